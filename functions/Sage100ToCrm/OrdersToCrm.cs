using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Open sales orders become Sales_Orders. One that was completed or given up leaves the open orders: its history then shows it, so that
/// it is followed to its end. An order that had ended when it was first looked at is not carried.
/// </summary>
internal sealed class OrdersToCrm(SageAgentClient sage, IFollowedOrders known, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns, Ended))
{
    private const string Table = "SO_SalesOrder";
    private const string History = "SO_SalesOrderHistory";
    private const string Status = "OrderStatus";

    // What the history of an order says that is still open.
    private const string Active = "A";

    private static readonly string[] KeyColumns = ["SalesOrderNo"];

    private static readonly SageTrace Ended = new(History, [.. KeyColumns, Status], row => row.FindText(Status) == Active ? null : new()
    {
        [KeyColumns[0]] = row.GetProperty(KeyColumns[0]).GetString()!,
    })
    { Instead = History, Always = true };

    public override string Name => Orders;

    public override string Module => "Sales_Orders";

    public override string Mapping => "sage-100-order-to-crm-salesorder";

    public override bool Enabled => options.Orders;

    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await base.PageAsync(query, cancellation);
        var ended = page.Records.Where(record => IsHistory(record.Body)).Select(record => record.Key).ToList();
        var followed = await known.AmongAsync(ended, cancellation);
        return page with
        {
            Records = [.. page.Records.Select(record => IsHistory(record.Body) && !followed.Contains(record.Key)
                ? record with { Skip = record.Skip ?? "It had ended when it was first looked at." } : record)],
        };
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        var read = SageKeys.Read(key, KeyColumns)!;
        var row = await sage.ReadAsync(Table, read, cancellation) ?? await sage.ReadAsync(History, read, cancellation);
        return row is { } found ? RecordOf(found) : null;
    }

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [.. DocumentLinks.Of(record.Body, "Ordered_Items")];

    protected override string KeyOf(JsonElement row) => SageKeys.Of(row, KeyColumns[0]);

    protected override string? SkipOf(JsonElement row) => SkipRules.OfDocument(options, row)
        ?? (row.GetProperty("OrderType").GetString() is "Q" or "P" ? "Quotes are no orders." : null);

    private static bool IsHistory(JsonElement row) => row.FindNumber("InvoicedAmt") is not null;
}
