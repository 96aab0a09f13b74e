using System.Text.Json;

namespace Isthmus.Cli.Clients;

/// <summary>One record's run through one flow.</summary>
internal sealed record FlowRun(string Id, string Key, string State, string? Outcome, DateTimeOffset UpdatedAt, string? Number = null)
{
    public bool IsDeadLettered => State.Equals("deadLettered", StringComparison.OrdinalIgnoreCase);

    public static FlowRun Read(JsonElement run) => new(
        run.GetProperty("id").GetString()!, run.GetProperty("key").GetString()!, run.GetProperty("state").GetString()!,
        run.GetProperty("outcome").GetString(), run.GetProperty("updatedAt").GetDateTimeOffset(),
        run.TryGetProperty("number", out var number) ? number.GetString() : null);
}
