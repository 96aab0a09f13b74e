using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Core.Canonical;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Payloads;
using Isthmus.Functions.OrderToCash;

namespace Isthmus.Functions.DeadLetters;

/// <summary>An edited copy of a dead letter's record.</summary>
/// <param name="Payload">Reference of the copy, or null when it was refused.</param>
/// <param name="Changes">What it changes.</param>
/// <param name="Why">Why it was refused, or null.</param>
public sealed record RecordEdit(string? Payload, IReadOnlyList<FieldChange> Changes, string? Why);

/// <summary>Makes edited copies of records; the record as it was is kept.</summary>
public sealed class RecordEdits(IPayloadStore payloads)
{
    /// <summary>The record as it was, with personal values masked.</summary>
    public async Task<JsonNode?> ShowAsync(string payload, CancellationToken cancellation)
    {
        var record = JsonNode.Parse((await payloads.GetAsync(payload, cancellation)).Span);
        return new RecordMask(record).Apply(record);
    }

    /// <summary>Applies a JSON merge patch to the record and stores the copy, unless what came out is no sound order.</summary>
    public async Task<RecordEdit> EditAsync(DeadLetter letter, JsonNode patch, CancellationToken cancellation)
    {
        if (Resubmission.StepObstacle(letter) is { } obstacle) return Refused([], obstacle);
        var stored = await payloads.GetAsync(letter.Payload!, cancellation);
        var record = JsonNode.Parse(stored.Span);
        var edited = new RecordMask(record).Restore(record, RecordDiff.Merge(record, patch));
        var changes = RecordDiff.Compare(record, edited).ToList();
        if (changes.Count == 0) return Refused(changes, "The edit changes nothing.");
        SalesOrder after;
        try { after = CanonicalJson.Read<SalesOrder>(JsonSerializer.SerializeToUtf8Bytes(edited)); }
        catch (JsonException wrong) { return Refused(changes, $"The copy is not an order any more: {wrong.Path} has the wrong shape."); }
        if (await ProblemAsync(letter, CanonicalJson.Read<SalesOrder>(stored), after, cancellation) is { } problem) return Refused(changes, problem);
        return new RecordEdit(await payloads.PutAsync(CanonicalJson.Write(after), cancellation), changes, null);
    }

    private async Task<string?> ProblemAsync(DeadLetter letter, SalesOrder before, SalesOrder after, CancellationToken cancellation)
    {
        if (after.Key != before.Key || after.Currency != before.Currency || after.Total != before.Total)
            return "key, currency and total belong to the payment and cannot be edited.";
        if (letter.Flow != OrderToCashOrchestration.Flow) return null;
        var head = JsonSerializer.Deserialize<OrderToCashInput>(letter.Resume!)!.Known!;
        var payment = CanonicalJson.Read<Payment>(await payloads.GetAsync(head.Payment, cancellation));
        var problems = OrderValidation.Check(after, payment).Except(OrderValidation.Check(before, payment)).ToList();
        return problems.Count == 0 ? null : string.Join(" ", problems.Select(p => $"{p.Path}: {p.Message}"));
    }

    private static RecordEdit Refused(IReadOnlyList<FieldChange> changes, string why) => new(null, changes, why);
}
