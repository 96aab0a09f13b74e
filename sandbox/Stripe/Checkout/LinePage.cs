using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>Pages of a session's lines. Unlike other lists these run in the order of the cart, first line first.</summary>
internal static class LinePage
{
    public static RecordPage Cut(StripeRecords records, StripeCall call)
    {
        var all = records.Lines.Newest("session", call.Id);
        var limit = (int)(call.Number("limit") ?? 10);
        var start = call.Text("starting_after") is { } after ? all.IndexOf(Sequence(records, after, "starting_after") + 1) : 0;
        var end = all.Records.Count;
        if (call.Text("ending_before") is { } before)
        {
            end = all.IndexOf(Sequence(records, before, "ending_before"));
            start = Math.Max(0, end - limit);
        }
        var data = all.Records.Skip(start).Take(Math.Min(limit, end - start)).Select(record => record.Body).ToList();
        var more = call.Text("ending_before") is null ? start + data.Count < end : start > 0;
        return new RecordPage($"/v1/checkout/sessions/{call.Id}/line_items", data, more);
    }

    private static long Sequence(StripeRecords records, string id, string param) =>
        records.Lines.SequenceOf(id) ?? throw Refuse.NoSuch("line_item", id, param);
}
