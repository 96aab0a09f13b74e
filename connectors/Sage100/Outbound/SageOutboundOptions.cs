using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>Who calls whom.</summary>
public enum SageAgentMode
{
    /// <summary>The app calls the agent at its address.</summary>
    Inbound,

    /// <summary>The agent comes to the app for work, so that its host opens no port to anybody.</summary>
    Outbound,
}

/// <summary>How an agent that comes for work is known, and how long work waits for it.</summary>
public sealed record SageOutboundOptions
{
    /// <summary>The agent's id in the app's addresses: letters, digits and hyphens, up to 64. Default <c>sage-100</c>.</summary>
    public string AgentId { get; init; } = SageOptions.Id;

    /// <summary>Names of the secrets that hold the keys an agent may carry: one, or two while one replaces the other.</summary>
    public IReadOnlyList<string> KeySecrets { get; init; } = ["sage-agent-key"];

    /// <summary>
    /// How long a call waits for an agent to take it. One that none took was certainly not carried out. Default 20 seconds;
    /// 00:00:01 to 00:01:00, and less than a try may take.
    /// </summary>
    public TimeSpan PickUp { get; init; } = TimeSpan.FromSeconds(20);

    internal void Validate(OptionsProblems problems, TimeSpan tryTimeout)
    {
        problems
            .Unless(AgentId.Length is > 0 and <= 64 && AgentId.All(each => char.IsAsciiLetterOrDigit(each) || each == '-'),
                nameof(AgentId), AgentId, "Give letters, digits and hyphens, at most 64.")
            .Unless(KeySecrets.Count > 0, nameof(KeySecrets), "(none)", "Name the secret that holds the agent's key.")
            .Between(nameof(PickUp), PickUp, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1))
            .Unless(PickUp < tryTimeout, nameof(PickUp), PickUp, "Give less than Limits:TryTimeout.");
        for (var at = 0; at < KeySecrets.Count; at++) problems.Secret($"{nameof(KeySecrets)}:{at}", KeySecrets[at]);
    }
}
