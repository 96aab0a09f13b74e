namespace Isthmus.Flows.Tests.Crash;

/// <summary>
/// Counts moments, and lets the n-th one go wrong in one form. From a kill on nothing gets through until the restart.
/// </summary>
internal sealed class Trouble(Form form, int at)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool armed;
    private volatile bool dead;
    private int count;

    /// <summary>Completes when it has happened.</summary>
    public Task Met => met.Task;

    public bool Kills => form is Form.KilledBefore or Form.KilledAfter;

    public int Count => count;

    /// <summary>What was under way at that moment.</summary>
    public string? What { get; private set; }

    /// <summary>Begins to count.</summary>
    public void Arm() => armed = true;

    /// <summary>What has not happened by now does not happen any more.</summary>
    public void Disarm()
    {
        lock (gate) armed = false;
    }

    /// <summary>Ends its effect: the process is another one.</summary>
    public void Over() => dead = false;

    /// <summary>Lets one moment pass or go wrong.</summary>
    public async Task<T> PassAsync<T>(string what, Func<Task<T>> deed, Func<Form, Exception> failure)
    {
        if (dead) throw failure(Form.KilledBefore);
        if (!armed || Interlocked.Increment(ref count) != at) return await UnlessDeadAsync(deed, failure);
        What = what;
        if (form is Form.Refused or Form.KilledBefore && Happen(failure) is { } instead) throw instead;
        var result = await deed();
        return form is Form.AnswerLost or Form.KilledAfter && Happen(failure) is { } after ? throw after : result;
    }

    /// <summary>Lets pass, uncounted, what a dead process could not do.</summary>
    public async Task<T> UnlessDeadAsync<T>(Func<Task<T>> deed, Func<Form, Exception> failure)
    {
        if (dead) throw failure(Form.KilledBefore);
        var result = await deed();
        return dead ? throw failure(Form.KilledAfter) : result;
    }

    /// <summary>Null where it came too late.</summary>
    private Exception? Happen(Func<Form, Exception> failure)
    {
        lock (gate)
        {
            if (!armed) return null;
            dead = Kills;
            met.TrySetResult();
        }
        return failure(form);
    }
}
