namespace Isthmus.Connectors.Http;

/// <summary>A call that waits for its place.</summary>
internal sealed class Waiter
{
    private readonly TaskCompletionSource<bool> admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when it may go on, false when it gave up.</summary>
    public Task<bool> Admitted => admitted.Task;

    public void Admit() => admitted.TrySetResult(true);

    public void GiveUp() => admitted.TrySetResult(false);
}

/// <summary>
/// Calls in the order in which they came, those of steps and runs that have begun ahead of the first calls of others: what has
/// begun is brought to an end. Not safe by itself.
/// </summary>
internal sealed class WaitingLine
{
    private readonly LinkedList<Waiter> begun = new();
    private readonly LinkedList<Waiter> fresh = new();

    public int Count => begun.Count + fresh.Count;

    public int AheadOf(CallTurn? turn) => turn is { Ahead: false } ? Count : begun.Count;

    public LinkedListNode<Waiter> Add(CallTurn? turn) => (turn?.FirstCall() == true ? fresh : begun).AddLast(new Waiter());

    public Waiter TakeFirst()
    {
        var list = begun.Count > 0 ? begun : fresh;
        var first = list.First!.Value;
        list.RemoveFirst();
        return first;
    }

    /// <summary>False when it is not in the line any more.</summary>
    public static bool Remove(LinkedListNode<Waiter> waiter)
    {
        if (waiter.List is not { } list) return false;
        list.Remove(waiter);
        return true;
    }
}
