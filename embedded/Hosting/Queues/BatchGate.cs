namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>Counts the messages being worked on, and opens when no more than the threshold are.</summary>
internal sealed class BatchGate(int threshold)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? open;
    private TaskCompletionSource? idle;
    private int running;

    public void Enter()
    {
        lock (gate) running++;
    }

    public void Leave()
    {
        TaskCompletionSource? opened = null, idled = null;
        lock (gate)
        {
            running--;
            if (running <= threshold) (opened, open) = (open, null);
            if (running == 0) (idled, idle) = (idle, null);
        }
        opened?.SetResult();
        idled?.SetResult();
    }

    public Task WaitOpenAsync()
    {
        lock (gate) return running <= threshold ? Task.CompletedTask : (open ??= Signal()).Task;
    }

    public Task WaitIdleAsync()
    {
        lock (gate) return running == 0 ? Task.CompletedTask : (idle ??= Signal()).Task;
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
