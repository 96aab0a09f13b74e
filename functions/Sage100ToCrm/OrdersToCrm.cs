using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Open sales orders become Sales_Orders. One that was completed or given up leaves the open orders: its history then shows it, so that
/// it is followed to its end. Orders that ended before the first look are not carried.
/// </summary>
internal sealed class OrdersToCrm(SageAgentClient sage, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns, Ended))
{
    private const string Table = "SO_SalesOrder";
    private const string History = "SO_SalesOrderHistory";

    private static readonly string[] KeyColumns = ["SalesOrderNo"];

    private static readonly SageTrace Ended = new(History, KeyColumns, row => new()
    {
        [KeyColumns[0]] = row.GetProperty(KeyColumns[0]).GetString()!,
    })
    { Instead = History };

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

    protected override string KeyOf(JsonElement row) => SageKeys.Of(row, KeyColumns[0]);

    protected override string? SkipOf(JsonElement row) => SkipRules.OfDocument(options, row)
        ?? (row.GetProperty("OrderType").GetString() is "Q" or "P" ? "Quotes are no orders." : null);
}
