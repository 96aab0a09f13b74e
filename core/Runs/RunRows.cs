using System.Text.Json;
using Azure.Data.Tables;

namespace Isthmus.Core.Runs;

/// <summary>A run as the properties of a table row.</summary>
internal static class RunRows
{
    public static TableEntity Write(Run run, string partition, string row) => new(partition, row)
    {
        ["Id"] = run.Id,
        ["Flow"] = run.Flow,
        ["Key"] = run.Key,
        ["State"] = run.State.ToString(),
        ["Outcome"] = run.Outcome,
        ["Number"] = run.Number,
        ["Parent"] = run.Parent,
        ["Progress"] = run.Progress is { } progress ? JsonSerializer.Serialize(progress) : null,
        ["StartedAt"] = run.StartedAt,
        ["UpdatedAt"] = run.UpdatedAt,
        ["Purged"] = run.Purged ? true : null,
    };

    public static Run Read(TableEntity row) => new()
    {
        Id = row.GetString("Id"),
        Flow = row.GetString("Flow"),
        Key = row.GetString("Key"),
        State = Enum.Parse<RunState>(row.GetString("State")),
        Outcome = row.GetString("Outcome"),
        Number = row.GetString("Number"),
        Parent = row.GetString("Parent"),
        Progress = row.GetString("Progress") is { } progress ? JsonSerializer.Deserialize<RunProgress>(progress) : null,
        StartedAt = row.GetDateTimeOffset("StartedAt")!.Value,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
        Purged = row.GetBoolean("Purged") ?? false,
    };
}
