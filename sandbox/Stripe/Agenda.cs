using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Stripe;

/// <summary>
/// What is to happen at a later sandbox time. It happens in order of time and before anyone looks at the records again,
/// so that whoever moved the clock sees all of it. Used under the records' gate only.
/// </summary>
internal sealed class Agenda
{
    // A timer takes no more than some weeks at once.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    private readonly PriorityQueue<Action<long>, (DateTimeOffset Due, long Order)> queue = new();
    private readonly SandboxServices services;
    private readonly ITimer timer;
    private DateTimeOffset armed = DateTimeOffset.MaxValue;
    private long order;

    public Agenda(SandboxServices services, Lock gate)
    {
        this.services = services;
        timer = services.Clock.CreateTimer(_ => { lock (gate) CatchUp(); }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs the work at a Unix second, which it is told; at the next look when that is past.</summary>
    public void At(long unix, Action<long> work) => At(DateTimeOffset.FromUnixTimeSeconds(unix), work);

    public void In(double seconds, Action<long> work) => At(services.Clock.GetUtcNow().AddSeconds(seconds), work);

    /// <summary>Runs whatever is due.</summary>
    public void CatchUp()
    {
        while (queue.TryPeek(out var work, out var next) && next.Due <= services.Clock.GetUtcNow())
        {
            queue.Dequeue();
            work(next.Due.ToUnixTimeSeconds());
            services.Changes.Touch();
        }
        armed = DateTimeOffset.MaxValue;
        Arm();
    }

    public void Clear() => queue.Clear();

    private void At(DateTimeOffset due, Action<long> work)
    {
        queue.Enqueue(work, (due, order++));
        Arm();
    }

    private void Arm()
    {
        if (!queue.TryPeek(out _, out var next) || next.Due >= armed) return;
        armed = next.Due;
        var left = next.Due - services.Clock.GetUtcNow();
        timer.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left > Farthest ? Farthest : left, Timeout.InfiniteTimeSpan);
    }
}
