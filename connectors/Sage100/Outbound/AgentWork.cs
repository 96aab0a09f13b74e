namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>A call of the agent's protocol that waits for the agent, or for the agent's answer.</summary>
public sealed class AgentWork
{
    private readonly TaskCompletionSource<AgentReply> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal AgentWork(string id, string method, string path, ReadOnlyMemory<byte> body, DateTimeOffset until) =>
        (Id, Method, Path, Body, Until) = (id, method, path, body, until);

    /// <summary>Names the request; an answer names it again.</summary>
    public string Id { get; }

    /// <summary>The protocol's HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path below the agent's base address, escaped.</summary>
    public string Path { get; }

    /// <summary>The body; empty for GET.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Until when somebody waits for the answer.</summary>
    public DateTimeOffset Until { get; }

    internal Task WhenTaken => taken.Task;

    internal Task<AgentReply> Answer => answered.Task;

    internal void Take() => taken.TrySetResult();

    /// <summary>True for the first answer.</summary>
    internal bool TryAnswer(AgentReply reply) => answered.TrySetResult(reply);
}

/// <summary>What the agent answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="RetryAfter">When to ask again, where the agent said so.</param>
public sealed record AgentReply(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    /// <summary>An answer that is longer than the connection takes; it was not read.</summary>
    public static AgentReply TooLong { get; } = new(200, default, null) { IsTooLong = true };

    internal bool IsTooLong { get; private init; }
}
