using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>/v1/events: what happened in the last 30 days.</summary>
internal sealed class EventOperations(StripeAccount account)
{
    private const long Kept = 30 * 24 * 3600;

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "delivery_success", Take.Boolean }, { "type", Take.Text() }, { "types", Take.ListOf(Take.Text(), 20) }
    });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/events", ListShape, List),
        StripeOperation.Get("/v1/events/{id}", Shapes.Read, call =>
        {
            var found = account.Records.Events.Need(call);
            return IsKept(found["created"]!.Long()) ? found : throw Refuse.Missing("event", call.Id);
        })
    ];

    private RecordPage List(StripeCall call)
    {
        var types = (call.Parameters["types"]?.AsArray().Select(type => type!.GetValue<string>()) ?? []).ToHashSet();
        if (types.Count > 0 && call.Text("type") is not null)
            throw Refuse.Bad("You may only specify one of these parameters: type, types.", param: "types");
        var delivered = call.Flag("delivery_success");
        var group = call.Text("type") is { } type && type.EndsWith('*') ? type[..^1] : null;
        if (group is not null) call.Parameters.Remove("type");
        return account.Records.Events.Page(call, "/v1/events", body =>
            IsKept(body["created"]!.Long())
            && (group is null || body["type"]!.GetValue<string>().StartsWith(group, StringComparison.Ordinal))
            && (types.Count == 0 || types.Contains(body["type"]!.GetValue<string>()))
            && (delivered is null || delivered == (body["pending_webhooks"]!.Long() == 0)), ("type", "type"));
    }

    private bool IsKept(long created) => account.Now - created <= Kept;
}
