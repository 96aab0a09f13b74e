using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Open sales orders become Sales_Orders. One that was completed or given up leaves the open orders: its history then shows it, so
/// that it is followed to its end. An order that had ended when it was first looked at is not carried, and its history is not read,
/// because history only ever grows.
/// </summary>
internal sealed class OrdersToCrm(SageAgentClient sage, IFollowedOrders known, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns, Ended(known)))
{
    private const string Table = "SO_SalesOrder";
    private const string History = "SO_SalesOrderHistory";
    private const string Status = "OrderStatus";

    // What the history of an order says that is still open.
    private const string Active = "A";

    private static readonly string[] KeyColumns = ["SalesOrderNo"];

    public override string Name => Orders;

    public override string Module => "Sales_Orders";

    public override string Mapping => "sage-100-order-to-crm-salesorder";

    public override bool Enabled => options.Orders;

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        var read = SageKeys.Read(key, KeyColumns)!;
        var row = await sage.ReadAsync(Table, read, cancellation) ?? await sage.ReadAsync(History, read, cancellation);
        return row is { } found ? RecordOf(found) : null;
    }

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [.. DocumentLinks.Of(record.Body, "Ordered_Items")];

    protected override string KeyOf(JsonElement row) => Key(row);

    protected override string? SkipOf(JsonElement row) => SkipRules.OfDocument(options, row)
        ?? (row.GetProperty("OrderType").GetString() is "Q" or "P" ? "Quotes are no orders." : null);

    private static string Key(JsonElement row) => SageKeys.Of(row, KeyColumns[0]);

    private static SageTrace Ended(IFollowedOrders known) =>
        new(History, [.. KeyColumns, Status], row => new() { [KeyColumns[0]] = row.GetProperty(KeyColumns[0]).GetString()! })
        {
            Instead = History,
            Always = true,
            Wanted = async (histories, cancellation) =>
            {
                var ended = histories.Where(row => row.FindText(Status) != Active).ToList();
                var followed = await known.AmongAsync([.. ended.Select(Key)], cancellation);
                return [.. ended.Where(row => followed.Contains(Key(row)))];
            },
        };
}
