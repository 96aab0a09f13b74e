namespace Isthmus.Agent.Outbound;

/// <summary>How the agent comes to the app for work.</summary>
internal sealed record OutboundOptions
{
    /// <summary>The app's agents: <c>https://HOST/api/agents</c>.</summary>
    public Uri? App { get; init; }

    /// <summary>The agent's id there.</summary>
    public string Id { get; init; } = "sage-100";

    /// <summary>Where the key lies that the agent shows: <c>file:PATH</c> or <c>env:NAME</c>.</summary>
    public string Key { get; init; } = "";

    /// <summary>Calls that are fetched and carried out at the same time. 1 to 16.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>How many seconds the app holds a question when there is no work. 1 to 60.</summary>
    public int WaitSeconds { get; init; } = 30;
}
