namespace Isthmus.Agent.Protocol;

/// <summary>A call of the protocol, however it came here.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path below the agent's base address, unescaped: "/companies/ABC/read".</param>
/// <param name="Body">The body; empty for GET.</param>
internal sealed record AgentCall(string Method, string Path, ReadOnlyMemory<byte> Body);

/// <summary>What the agent answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="RetryAfterSeconds">When to ask again, where the agent could not do it now.</param>
internal sealed record AgentAnswer(int Status, ReadOnlyMemory<byte> Body, int? RetryAfterSeconds = null);
