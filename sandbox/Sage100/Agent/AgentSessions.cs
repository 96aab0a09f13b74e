namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>The agent's few BOI sessions: a call takes one for as long as it lasts.</summary>
internal sealed class AgentSessions(SageSettings settings)
{
    private int taken;

    public IDisposable Take()
    {
        var now = Interlocked.Increment(ref taken);
        if (settings.Sessions == 0 || now <= settings.Sessions) return new Session(this);
        Interlocked.Decrement(ref taken);
        throw new AgentException(429, "busy", $"All {settings.Sessions} sessions are taken.", 1);
    }

    private sealed class Session(AgentSessions owner) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref owner.taken);
    }
}
