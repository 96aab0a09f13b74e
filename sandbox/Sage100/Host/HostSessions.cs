using Isthmus.Agent;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>The host's few BOI sessions: a call takes one for as long as it lasts.</summary>
internal sealed class HostSessions(SageSettings settings)
{
    private int taken;

    public IDisposable Take()
    {
        var now = Interlocked.Increment(ref taken);
        if (settings.Sessions == 0 || now <= settings.Sessions) return new Session(this);
        Interlocked.Decrement(ref taken);
        throw AgentException.Busy(settings.Sessions);
    }

    private sealed class Session(HostSessions owner) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref owner.taken);
    }
}
