using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Search;

/// <summary>/v1/customers/search and its like: newest first, and late, as the setting says.</summary>
internal sealed class SearchOperations(StripeAccount account)
{
    private static readonly Shape SearchShape = Shapes.Read.With(new Shape
    {
        { "query", Take.Text().Needed() }, { "limit", new IntegerKind(1, 100) }, { "page", Take.Text() }
    });

    public IEnumerable<StripeOperation> All =>
    [
        Of("customers", account.Records.Customers), Of("payment_intents", account.Records.Intents), Of("charges", account.Records.Charges)
    ];

    private StripeOperation Of(string kind, Shelf shelf) =>
        StripeOperation.Get($"/v1/{kind}/search", SearchShape, call => Search(call, kind, shelf));

    private SearchPage Search(StripeCall call, string kind, Shelf shelf)
    {
        var query = SearchQuery.Parse(call.Text("query")!, kind);
        var limit = (int)(call.Number("limit") ?? 10);
        var range = shelf.Newest();
        var from = call.Text("page") is { } page ? range.IndexOf(Start(page)) : range.Records.Count;
        var found = new List<Record>();
        for (var i = from - 1; i >= 0 && found.Count <= limit; i--)
            if (IsIndexed(range.Records[i]) && range.Records[i].Body is var body
                && body["livemode"]!.GetValue<bool>() == call.Livemode && query.Holds(body)) found.Add(range.Records[i]);
        var more = found.Count > limit;
        return new SearchPage($"/v1/{kind}/search", [.. found.Take(limit).Select(record => record.Body)],
            more ? Convert.ToBase64String(BitConverter.GetBytes(found[limit - 1].Sequence)) : null);
    }

    private bool IsIndexed(Record record) =>
        account.Settings.SearchLagSeconds == 0
        || account.Now - account.Records.Changed(record.Id, record.Body["created"]!.Long()) >= account.Settings.SearchLagSeconds;

    private static long Start(string page)
    {
        Span<byte> bytes = stackalloc byte[8];
        return Convert.TryFromBase64String(page, bytes, out var length) && length == 8
            ? BitConverter.ToInt64(bytes)
            : throw Refuse.Bad($"Invalid page: {page}", param: "page");
    }
}
