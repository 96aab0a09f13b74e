using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Disputes;

/// <summary>/v1/disputes. Two texts of evidence decide at once, as in Stripe's test mode.</summary>
internal sealed class DisputeOperations(StripeAccount account, DisputeDesk desk)
{
    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape { { "charge", Take.Id }, { "payment_intent", Take.Id } });

    private static readonly Shape UpdateShape = new()
    {
        { "evidence", Take.Object(new Shape { { Take.Text(150_000), DisputeRecord.Evidence }, { "enhanced_evidence", Take.Ignored } }) },
        { "submit", Take.Boolean }, { "metadata", Take.Metadata }
    };

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/disputes", ListShape, call => account.Records.Disputes.Page(
            call, "/v1/disputes", null, ("charge", "charge"), ("payment_intent", "payment_intent"))),
        StripeOperation.Get("/v1/disputes/{id}", Shapes.Read, call => account.Records.Disputes.Need(call)),
        StripeOperation.Post("/v1/disputes/{id}", UpdateShape, Update),
        StripeOperation.Post("/v1/disputes/{id}/close", [], Close)
    ];

    private Answer Update(StripeCall call)
    {
        var dispute = account.Records.Disputes.Need(call);
        var before = (JsonObject)dispute.DeepClone();
        Patch.Metadata(dispute, call.Parameters, []);
        if (call.Parameters["evidence"] is JsonObject evidence) Stage(dispute, evidence);
        var submitted = HasEvidence(dispute) && (call.Flag("submit") ?? call.Parameters["evidence"] is not null);
        if (submitted)
        {
            if (!DisputeDesk.NeedsAnswer(dispute)) throw Over(dispute);
            DisputeDesk.Submit(dispute);
        }
        var previous = Changed(before, dispute);
        if (previous.Count > 0) desk.Emit("updated", dispute, call, previous);
        if (submitted) Decide(dispute);
        return dispute;
    }

    private Answer Close(StripeCall call)
    {
        var dispute = account.Records.Disputes.Need(call);
        if (DisputeDesk.IsClosed(dispute)) throw Over(dispute);
        desk.Close(dispute, "lost", call);
        return dispute;
    }

    private void Decide(JsonObject dispute)
    {
        var inquiry = dispute["is_charge_refundable"]!.GetValue<bool>();
        switch (dispute["evidence"]!["uncategorized_text"]?.GetValue<string>())
        {
            case "winning_evidence": desk.Close(dispute, inquiry ? "warning_closed" : "won"); break;
            case "losing_evidence": desk.Close(dispute, "lost"); break;
        }
    }

    private static void Stage(JsonObject dispute, JsonObject evidence)
    {
        if (DisputeDesk.IsClosed(dispute)) throw Over(dispute);
        var kept = (JsonObject)dispute["evidence"]!;
        foreach (var (name, value) in evidence)
            if (name != "enhanced_evidence") kept[name] = value?.DeepClone();
        dispute["evidence_details"]!["has_evidence"] = kept.Any(item => item.Value is JsonValue);
    }

    private static bool HasEvidence(JsonObject dispute) => dispute["evidence_details"]!["has_evidence"]!.GetValue<bool>();

    private static JsonObject Changed(JsonObject before, JsonObject after) => new(before
        .Where(field => !JsonNode.DeepEquals(field.Value, after[field.Key]))
        .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private static StripeException Over(JsonObject dispute) =>
        Refuse.Bad($"This dispute cannot be changed any more: its status is {dispute["status"]}.", executed: true);
}
