using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoCrm.Notifications;

/// <summary>A subscription: what happens to records of some modules is posted to an address until it expires.</summary>
internal sealed record Channel
{
    /// <summary>Chosen by the client: an integer of 64 bits.</summary>
    public required string ChannelId { get; init; }

    /// <summary>"Deals.create", "Deals.edit", ...; .all is taken apart.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public required string NotifyUrl { get; init; }

    public required DateTimeOffset Expiry { get; init; }

    public string? Token { get; init; }

    public bool NotifyOnRelatedAction { get; init; } = true;

    public bool ReturnAffectedFieldValues { get; init; }

    public JsonArray? Condition { get; init; }

    public IEnumerable<string> Modules => Events.Select(name => name[..name.LastIndexOf('.')]).Distinct();

    public bool IsFor(string module, string word) => Events.Contains($"{module}.{word}");
}
