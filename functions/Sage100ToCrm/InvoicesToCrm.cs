using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Posted invoices become Invoices, with what is still owed: payments move only the open invoice, so it also looks at those that
/// changed. Credit memos and payments on account are in the balance of the Account. One that is paid, and that nobody wrote for long, has
/// settled.
/// </summary>
internal sealed class InvoicesToCrm(SageAgentClient sage, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns, Paid))
{
    private const string Table = "AR_InvoiceHistory";
    private const string Open = "AR_OpenInvoice";
    private const string FirstSequence = "000000";
    private const string Balance = "Balance";

    private static readonly string[] KeyColumns = ["InvoiceNo", "HeaderSeqNo"];
    private static readonly string[] OpenKey = ["ARDivisionNo", "CustomerNo", "InvoiceNo", "InvoiceType"];
    private static readonly string[] Carried = ["IN", "DM"];

    private static readonly SageTrace Paid = new(Open, ["InvoiceNo", "InvoiceType", Balance], PostedOf)
    {
        MayMove = row => row.FindNumber(Balance) is not (null or 0),
    };

    public override string Name => "sage-100-invoices";

    public override string Module => "Invoices";

    public override string Mapping => "sage-100-invoice-to-crm-invoice";

    public override bool Enabled => options.Invoices;

    public override bool Settles => options.InvoicesSettleAfter > 0;

    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await Rows.PageAsync(query, query.UnsettledAt?.AddDays(-options.InvoicesSettleAfter), cancellation);
        return new SourcePage([.. (await WithBalancesAsync(page.Rows, cancellation)).Select(RecordOf)], page.Next);
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        var cut = key.LastIndexOf('-');
        if (cut < 0) return null;
        var read = new Dictionary<string, string>
        {
            [KeyColumns[0]] = Uri.UnescapeDataString(key[..cut]), [KeyColumns[1]] = key[(cut + 1)..],
        };
        if (await sage.ReadAsync(Table, read, cancellation) is not { } row) return null;
        return RecordOf((await WithBalancesAsync([row], cancellation))[0]);
    }

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record)
    {
        var links = DocumentLinks.Of(record.Body, "Invoiced_Items");
        return options.Orders && record.Body.FindText("SalesOrderNo") is { Length: > 0 } order
            ? [.. links, new("Sales_Order", Orders, Uri.EscapeDataString(order), Required: false)] : [.. links];
    }

    protected override string KeyOf(JsonElement row) => SageKeys.Divided(row, KeyColumns[0], KeyColumns[1]);

    protected override string? SkipOf(JsonElement row) => SkipRules.OfDocument(options, row)
        ?? (Carried.Contains(row.FindText("InvoiceType")) ? null : "Credit memos and adjustments are in the balance of the Account.");

    /// <summary>The key of the posted invoice that an open one belongs to; null for what is not carried.</summary>
    private static Dictionary<string, string>? PostedOf(JsonElement open) => Carried.Contains(open.FindText("InvoiceType"))
        ? new() { [KeyColumns[0]] = open.GetProperty(KeyColumns[0]).GetString()!, [KeyColumns[1]] = FirstSequence } : null;

    /// <summary>One read for the page; an invoice that is open no more is paid.</summary>
    private async Task<IReadOnlyList<JsonElement>> WithBalancesAsync(IReadOnlyList<JsonElement> rows, CancellationToken cancellation)
    {
        var keys = rows.Select(row => OpenKey.ToDictionary(column => column, column => row.FindText(column) ?? ""));
        var open = await sage.ReadManyAsync(Open, keys, cancellation).ToListAsync(cancellation);
        return [.. rows.Select((row, at) =>
        {
            var whole = JsonObject.Create(row)!;
            whole[Balance] = open[at]?.FindNumber(Balance) ?? 0m;
            return JsonSerializer.SerializeToElement(whole);
        })];
    }
}
