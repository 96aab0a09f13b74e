namespace Isthmus.Embedded.Tests.Model.Durable;

/// <summary>An instance as it should be: where its script stands, and what it waits for.</summary>
internal sealed class ModelInstance(DurableModel model, string id, Act[] acts, (ModelInstance Instance, int Execution)? parent)
{
    private readonly Dictionary<string, Queue<int>> early = [];
    private readonly Dictionary<string, Stack<bool>> receivers = [];
    private readonly Queue<Action> held = [];
    private Queue<(string Name, int Payload)> again = [];
    private Act[] acts = acts;
    private int round;
    private int at;
    private int attempt;
    private long sum;
    private bool suspended;
    private bool running;

    public string Id => id;

    public int Execution { get; private set; }

    public bool Ended { get; private set; }

    public string? Status { get; private set; }

    /// <summary>When its timer is due, in seconds; null where none is set.</summary>
    public long? Due { get; private set; }

    /// <summary>How many timers this execution has set, and how many have fired.</summary>
    public (int Set, int Fired) Timers { get; private set; }

    /// <summary>How many timers of this execution were given up before they were due.</summary>
    public int GivenUp { get; private set; }

    private Act Now => acts[at];

    public override string ToString() => $"{State} {Output ?? "-"} {Status ?? "-"} {(Ended ? "" : Timers)}";

    private string State { get; set; } = "Running";

    private string? Output { get; set; }

    public void Begin() => Go();

    public void Raise(string name, int payload) => Take(() => Hear(name, payload));

    public void Fire()
    {
        Due = null;
        Timers = Timers with { Fired = Timers.Fired + 1 };
        var (then, step) = (Execution, at);
        Take(() =>
        {
            // The event that came first has ended the wait already.
            if (Execution == then && at == step) TimerFired();
        });
    }

    public void ChildEnded(int execution, long? result)
    {
        if (!Ended && execution == Execution) Take(() => Done(result ?? Script.ChildFailed));
    }

    public void Suspend()
    {
        if (Ended) return;
        (suspended, State) = (true, "Suspended");
    }

    public void Resume()
    {
        if (Ended || !suspended) return;
        (suspended, State) = (false, "Running");
        while (!Ended && held.TryDequeue(out var next)) next();
    }

    public void Terminate(bool recursive)
    {
        if (Ended) return;
        End("Terminated", "\"stop\"", null);
        if (recursive) foreach (var child in model.ChildrenOf(this)) child.Terminate(recursive);
    }

    public bool IsChildOf(ModelInstance other) => parent is { } known && known.Instance == other && known.Execution == other.Execution;

    private void Take(Action act)
    {
        if (Ended) return;
        if (suspended) held.Enqueue(act);
        else act();
    }

    private void Hear(string name, int payload)
    {
        if (!receivers.TryGetValue(name, out var waiting) || waiting.Count == 0) Queue(name).Enqueue(payload);
        else if (waiting.Pop()) Done(payload);
    }

    private Queue<int> Queue(string name) => early.TryGetValue(name, out var kept) ? kept : early[name] = new();

    private void TimerFired()
    {
        if (Now.Verb == Verb.Sleep) Done(0);
        else if (Now.Verb == Verb.Fail) Attempt();
        else
        {
            // The wait that was given up stays on the stack, and swallows the next event that nobody else waits for.
            receivers[Now.Name].Pop();
            receivers[Now.Name].Push(false);
            Done(Script.GaveUp);
        }
    }

    private void Attempt()
    {
        if (++attempt == Script.Attempts) Done(Now.N);
        else SetTimer((long)Script.FirstRetry.TotalSeconds << (attempt - 1));
    }

    private void SetTimer(long seconds)
    {
        Due = model.Now + seconds;
        Timers = Timers with { Set = Timers.Set + 1 };
    }

    private void Done(long result)
    {
        if (Due is not null) GivenUp++;
        Due = null;
        sum += result;
        at++;
        Go();
    }

    private void Go()
    {
        if (running) return; // a step that was done at once: the loop below goes on
        running = true;
        do
        {
            for (var before = -1; !Ended && before != at + (1000 * Execution);)
            {
                before = at + (1000 * Execution);
                if (at == acts.Length) End("Completed", $"{sum}", sum);
                else Play();
            }
        }
        while (!Ended && HearAgain());
        running = false;
    }

    /// <summary>Events that were kept come to the new execution one after the other; those behind its end are carried on.</summary>
    private bool HearAgain()
    {
        while (again.TryDequeue(out var kept))
        {
            var before = at + (1000 * Execution);
            Hear(kept.Name, kept.Payload);
            if (before != at + (1000 * Execution)) return true;
        }
        return false;
    }

    private void Play()
    {
        Status = $"\"{round}:{at}:{sum}\"";
        attempt = 0;
        switch (Now.Verb)
        {
            case Verb.Call: Done(Now.N); break;
            case Verb.Fan: Done(Now.N * (Now.N + 1) / 2); break;
            case Verb.Sleep: SetTimer(60 * Now.N); break;
            case Verb.Patience: SetTimer(60 * Now.N); Wait(); break;
            case Verb.Wait: Wait(); break;
            case Verb.Fail: Attempt(); break;
            case Verb.Throw: End("Failed", null, null); break;
            case Verb.Child:
                if (!model.TryStart($"{id}.{at}", Now.Inner, (this, Execution))) Done(Script.ChildFailed);
                break;
            default: Anew(keep: Now.Verb == Verb.Anew); break;
        }
    }

    private void Wait()
    {
        if (Queue(Now.Name).TryDequeue(out var payload)) Done(payload);
        else
        {
            if (!receivers.ContainsKey(Now.Name)) receivers[Now.Name] = new();
            receivers[Now.Name].Push(true);
        }
    }

    private void Anew(bool keep)
    {
        (acts, at, round, Execution, Status, Timers) = (acts[(at + 1)..], 0, round + 1, Execution + 1, null, default);
        GivenUp = 0;
        receivers.Clear();
        var kept = early.SelectMany(named => named.Value.Select(payload => (named.Key, payload)));
        if (keep) again = new([.. kept, .. again]);
        early.Clear();
    }

    private void End(string state, string? output, long? result)
    {
        (Ended, State, Output, Due) = (true, state, output, null);
        if (parent is { } waiting) waiting.Instance.ChildEnded(waiting.Execution, result);
    }
}
