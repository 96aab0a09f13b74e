namespace Isthmus.Connectors.Http;

/// <summary>
/// What a step of work does at a vendor, taken together: while it runs, every call knows whose turn it is. A step that has not
/// begun yet may be told to come back later, and then keeps its turn; one that has begun is let through to its end.
/// </summary>
public sealed class CallTurn : IDisposable
{
    private static readonly AsyncLocal<CallTurn?> Now = new();

    private readonly CallTurn? outer = Now.Value;
    private int ahead;

    private CallTurn(string key) => Key = key;

    internal static CallTurn? Current => Now.Value;

    internal string Key { get; }

    /// <summary>It was told that it may begin.</summary>
    internal bool Begun { get; private set; }

    /// <summary>Its next call goes ahead of the first calls of others.</summary>
    internal bool Ahead => Volatile.Read(ref ahead) != 0;

    /// <summary>Begins the turn of a step; dispose when the step has ended.</summary>
    /// <param name="key">The same for the same step when it comes back, such as the run's id. Never a personal value.</param>
    public static CallTurn Start(string key) => Now.Value = new CallTurn(key);

    /// <summary>Ends it.</summary>
    public void Dispose() => Now.Value = outer;

    /// <summary>Says that it may begin.</summary>
    /// <param name="ahead">It goes on with a run that has begun.</param>
    internal void Begin(bool ahead)
    {
        Begun = true;
        if (ahead) Volatile.Write(ref this.ahead, 1);
    }

    /// <summary>True for the first call of a run.</summary>
    internal bool FirstCall() => Interlocked.Exchange(ref ahead, 1) == 0;
}
