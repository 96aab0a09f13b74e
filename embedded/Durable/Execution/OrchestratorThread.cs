namespace Isthmus.Embedded.Durable.Execution;

/// <summary>
/// The one logical thread on which an orchestrator's code runs. Continuations of durable tasks stay on it; a continuation
/// that comes from anywhere else shows that the code awaited something that is not durable.
/// </summary>
internal sealed class OrchestratorThread(Action onForeignContinuation) : SynchronizationContext
{
    [ThreadStatic] private static OrchestratorThread? running;

    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();

    public bool IsCurrent => running == this;

    public void Run(Action work)
    {
        var (before, outer) = (Current, running);
        SetSynchronizationContext(this);
        running = this;
        try
        {
            work();
            while (queue.TryDequeue(out var next)) next.Callback(next.State);
        }
        finally
        {
            running = outer;
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Refuses a call from any other thread.</summary>
    public void Require()
    {
        if (!IsCurrent) throw new InvalidOperationException(ForeignAwait.Message);
    }

    public void ReportForeign() => onForeignContinuation();

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent) queue.Enqueue((d, state));
        else ReportForeign();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        Require();
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
