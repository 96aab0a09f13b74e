using Azure.Data.Tables;
using Isthmus.Core.Failures;

namespace Isthmus.Core.Connections;

/// <summary>A circuit as the properties of a table row.</summary>
internal static class CircuitRows
{
    public const string Row = "circuit";

    public static TableEntity Write(Circuit circuit) => new(circuit.Connection, Row)
    {
        ["State"] = circuit.State.ToString(),
        ["By"] = circuit.By?.ToString(),
        ["Reason"] = circuit.Reason,
        ["Cure"] = circuit.Cure,
        ["Owner"] = circuit.Owner,
        ["Class"] = circuit.Class?.ToString(),
        ["Since"] = circuit.Since,
        ["NextProbeAt"] = circuit.NextProbeAt,
        ["Probes"] = circuit.Probes,
        ["Pauses"] = circuit.Pauses,
    };

    public static Circuit Read(TableEntity row) => new(row.PartitionKey)
    {
        State = Enum.Parse<CircuitState>(row.GetString("State")),
        By = Word<PausedBy>(row, "By"),
        Reason = row.GetString("Reason"),
        Cure = row.GetString("Cure"),
        Owner = row.GetString("Owner"),
        Class = Word<FailureClass>(row, "Class"),
        Since = row.GetDateTimeOffset("Since"),
        NextProbeAt = row.GetDateTimeOffset("NextProbeAt"),
        Probes = row.GetInt32("Probes") ?? 0,
        Pauses = row.GetInt32("Pauses") ?? 0,
    };

    private static T? Word<T>(TableEntity row, string name) where T : struct, Enum =>
        row.GetString(name) is { } word ? Enum.Parse<T>(word) : null;
}
