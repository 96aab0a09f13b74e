using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Records;
using Microsoft.DurableTask.Client;

namespace Isthmus.Flows.Tests.Histories;

/// <summary>The history of an orchestration as it was recorded, with the version that the program had.</summary>
internal sealed record KeptHistory(
    string Orchestration, string InstanceId, string Version, string? Input, IReadOnlyList<EventColumns> Events)
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Shipped, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "Histories");

    public static KeptHistory Read(string name) =>
        JsonSerializer.Deserialize<KeptHistory>(File.ReadAllBytes(Path.Combine(Shipped, name + ".json")), Options)!;

    /// <summary>
    /// Writes the history beside the others in the source, unless one of that name is kept: what is kept never changes.
    /// </summary>
    public static async Task KeepAsync(string name, DurableTaskClient client, string instanceId)
    {
        var events = await client.GetOrchestrationHistoryAsync(instanceId);
        var started = events.OfType<ExecutionStartedEvent>().Single();
        var kept = new KeptHistory(
            started.Name!, instanceId, started.Version ?? "", started.Input, [.. events.Select(EventWriting.ToColumns)]);
        var file = Path.Combine(Source(), $"{name}.{kept.Version}.json");
        if (!File.Exists(file)) await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(kept, Options));
    }

    /// <summary>Everything but its end, which the code itself has to come to.</summary>
    public IEnumerable<HistoryEvent> Past() => Events
        .Where(row => (EventType)row.Type != EventType.ExecutionCompleted)
        .Select(row => (EventType)row.Type == EventType.ExecutionStarted
            ? new ExecutionStartedEvent(-1, Input) : EventReading.ToEvent(row, null));

    public bool HasEnded => Events.Any(row => (EventType)row.Type == EventType.ExecutionCompleted);

    private static string Source([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
