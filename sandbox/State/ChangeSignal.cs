namespace Isthmus.Sandbox.State;

/// <summary>Counts changes, so that snapshots are taken only when there is something new.</summary>
internal sealed class ChangeSignal
{
    private long version;

    public long Version => Interlocked.Read(ref version);

    public void Touch() => Interlocked.Increment(ref version);
}
