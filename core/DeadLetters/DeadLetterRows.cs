using System.Text.Json;
using Azure.Data.Tables;
using Isthmus.Core.Failures;
using Isthmus.Core.Tables;

namespace Isthmus.Core.DeadLetters;

/// <summary>An entry as a table row; open and closed ones lie in partitions of their own.</summary>
internal static class DeadLetterRows
{
    public const string Open = "open";
    public const string Closed = "closed";

    public static TableEntity Write(DeadLetter letter) => new(letter.Closed ? Closed : Open, TableKey.Escape(letter.RunId))
    {
        ["RunId"] = letter.RunId,
        ["LatestRun"] = letter.LatestRun,
        ["Flow"] = letter.Flow,
        ["Key"] = letter.Key,
        ["Step"] = letter.Step,
        ["Class"] = letter.Failure.Class.ToString(),
        ["Connection"] = letter.Failure.Connection,
        ["Cause"] = letter.Cause,
        ["Failure"] = JsonSerializer.Serialize(letter.Failure),
        ["Owner"] = letter.Owner,
        ["Payload"] = letter.Payload,
        ["Resume"] = letter.Resume,
        ["Attempts"] = letter.Attempts,
        ["Occurrences"] = letter.Occurrences,
        ["FirstAt"] = letter.FirstAt,
        ["LastAt"] = letter.LastAt,
        ["Notes"] = JsonSerializer.Serialize(letter.Notes),
        ["Assigned"] = letter.Assigned,
    };

    public static DeadLetter Read(TableEntity row) => new()
    {
        RunId = row.GetString("RunId"),
        LatestRun = row.GetString("LatestRun"),
        Flow = row.GetString("Flow"),
        Key = row.GetString("Key"),
        Step = row.GetString("Step"),
        Failure = JsonSerializer.Deserialize<Failure>(row.GetString("Failure"))!,
        Owner = row.GetString("Owner"),
        Payload = row.GetString("Payload"),
        Resume = row.GetString("Resume"),
        Attempts = row.GetInt32("Attempts") ?? 1,
        Occurrences = row.GetInt32("Occurrences") ?? 1,
        FirstAt = row.GetDateTimeOffset("FirstAt")!.Value,
        LastAt = row.GetDateTimeOffset("LastAt")!.Value,
        Notes = row.GetString("Notes") is { } notes ? JsonSerializer.Deserialize<List<DeadLetterNote>>(notes)! : [],
        Assigned = row.GetBoolean("Assigned") ?? false,
        Closed = row.PartitionKey == Closed,
    };

    public static string Filter(DeadLetterQuery query)
    {
        var partition = query.Closed ? Closed : Open;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        (string Name, string? Wanted)[] terms =
        [
            ("Class", query.Class?.ToString()), ("Connection", query.Connection), ("Owner", query.Owner), ("Flow", query.Flow),
            ("Cause", query.Cause),
        ];
        foreach (var (name, wanted) in terms)
        {
            if (wanted is not null) filter += $" and {name} eq '{wanted.Replace("'", "''", StringComparison.Ordinal)}'";
        }
        return filter;
    }
}
