using Isthmus.Agent.Protocol;

namespace Isthmus.Agent.Hosting;

/// <summary>The keys that callers may carry: one, or two while one replaces the other.</summary>
internal sealed class KeyRing(IReadOnlyList<SecretReference> keys) : IAgentKeys
{
    /// <summary>A key that is blank, because its file is not there yet, opens nothing.</summary>
    public bool Admits(string given, string call) =>
        AgentKeys.Match(keys.Select(key => key.Value()).Where(key => key.Length > 0), given);
}
