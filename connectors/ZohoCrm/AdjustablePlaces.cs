namespace Isthmus.Connectors.ZohoCrm;

/// <summary>Places for so many at once, whose number may change while they are taken; who waits comes in turn.</summary>
internal sealed class AdjustablePlaces(int most)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int most = most;
    private int taken;

    public int Most
    {
        get { lock (gate) return most; }
        set
        {
            lock (gate)
            {
                most = value;
                Admit();
            }
        }
    }

    public async Task EnterAsync(CancellationToken cancellation)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            if (taken < most)
            {
                taken++;
                return;
            }
            waiting.Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        using var giveUp = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        await turn.Task;
    }

    public void Leave()
    {
        lock (gate)
        {
            taken--;
            Admit();
        }
    }

    private void Admit()
    {
        while (taken < most && waiting.TryDequeue(out var next))
            if (next.TrySetResult()) taken++;
    }
}
