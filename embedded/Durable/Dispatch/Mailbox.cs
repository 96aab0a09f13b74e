namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>The messages of one instance, and its execution in memory. One runner at a time takes from it.</summary>
internal sealed class Mailbox(string instanceId)
{
    private readonly Lock gate = new();
    private List<Message> waiting = [];
    private bool running;
    private bool retired;

    public string InstanceId => instanceId;

    /// <summary>Belongs to the runner.</summary>
    public OrchestrationSession? Session { get; set; }

    /// <summary>
    /// Adds messages; false where the mailbox is out of use. <paramref name="start"/>: the caller must start a runner.
    /// </summary>
    public bool TryPost(IEnumerable<Message> messages, out bool start)
    {
        lock (gate)
        {
            start = false;
            if (retired) return false;
            waiting.AddRange(messages);
            start = !running && waiting.Count > 0;
            running |= start;
            return true;
        }
    }

    /// <summary>Takes all messages, or ends the runner's turn where there are none.</summary>
    public bool TryTake(out List<Message> batch)
    {
        lock (gate)
        {
            batch = waiting;
            running = batch.Count > 0;
            if (running) waiting = [];
            return running;
        }
    }

    /// <summary>Takes the mailbox out of use, unless somebody still needs it.</summary>
    public bool TryRetire()
    {
        lock (gate)
        {
            if (running || Session is { Deferred.Count: > 0 }) return false;
            return retired = true;
        }
    }
}
