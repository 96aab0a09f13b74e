using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Posted invoices become Invoices, with what is still owed of them: a payment moves the day of their last activity. Invoices of Order
/// Entry show its lines. One that is paid, and with which nothing happened for long, has settled: what would make it change, such as a
/// cheque that comes back, moves that day or opens it again.
/// </summary>
internal sealed class InvoicesToCrm(Sage300Rows rows, InvoiceLines lines) : IMasterFlow
{
    private const string Stamp = "LastActivityDate";

    private static readonly Sage300Query All = new("AR", "ARPostedDocuments")
    {
        Select =
        [
            "CustomerNumber", "DocumentNumber", "OrderNumber", "PONumber", "DueDate", "TransactionType", "DocumentType", "DocumentDate",
            "DocumentDescription", "Terms", "CurrencyCode", "CustomerCurrencyInvoiceAmount", "CustomerCurrencyAmountDue", "FullyPaid", Stamp,
            "ShipmentNumber", "SourceApplication",
        ],
    };

    public string Name => "sage-300-invoices";

    public string Connection => Sage300Options.Id;

    public string? Company => rows.Company;

    public string Module => "Invoices";

    public string Mapping => "sage-300-invoice-to-crm-invoice";

    public Cadence Cadence => Cadence.Hourly;

    public TimeSpan Overlap => TimeSpan.FromDays(1);

    public bool Enabled => rows.SetUp && rows.Options.Invoices;

    public bool Settles => rows.Options.InvoicesSettleAfter > 0;

    /// <summary>A CRM of one currency has no such field.</summary>
    private HashSet<string> Withheld => rows.Options.Currencies ? [] : ["Currency"];

    private string? Kept => rows.Options.InvoicesSince is { } day ? rows.Since("DocumentDate", day) : null;

    public Task<long?> CountAsync(CancellationToken cancellation) => rows.CountAsync(Wanted(null), cancellation);

    public async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await rows.PageAsync(Wanted(query.UnsettledAt), Stamp, query, cancellation);
        return new SourcePage(await RecordsAsync(page.Rows, cancellation), page.Next);
    }

    public async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var at)) return null;
        var document = Sage300Key.Of([("CustomerNumber", key[..at]), ("DocumentNumber", key[(at + 1)..])]);
        return await rows.FindAsync(All, document, cancellation) is { } row ? (await RecordsAsync([row], cancellation))[0] : null;
    }

    public MappingContext ContextOf(SourceRecord record) => MappingContext.Empty;

    public IReadOnlyList<RecordLink> LinksOf(SourceRecord record)
    {
        var products = record.Body.NeedList("Lines", Connection).Select((line, at) =>
            new RecordLink($"Invoiced_Items[{at}].Product_Name", ItemsToCrm.Flow, line.NeedText("Product", Connection)));
        if (!rows.Options.Customers) return [.. products];
        var customer = Partner.Customer.KeyOf(record.Body.NeedText("CustomerNumber", Connection));
        return [new("Account_Name", PartnerFlow.Customers, customer), .. products];
    }

    private Sage300Query Wanted(DateTimeOffset? unsettledAt)
    {
        if (unsettledAt is not { } night) return All with { Filter = Kept };
        string[] unsettled =
            [Sage300Filter.Is("FullyPaid", "No"), rows.SinceOf(Stamp, night.AddDays(-rows.Options.InvoicesSettleAfter))!];
        return All with { Filter = Sage300Filter.Or(unsettled.Select(condition => Sage300Filter.And(Kept, condition))) };
    }

    private async Task<IReadOnlyList<SourceRecord>> RecordsAsync(IReadOnlyList<JsonElement> found, CancellationToken cancellation)
    {
        var invoices = await lines.AddAsync([.. found.Where(row => SkipOf(row) is null)], cancellation);
        return [.. invoices.Concat(found.Where(row => SkipOf(row) is not null))
            .Select(row => new SourceRecord(KeyOf(row), row) { Skip = SkipOf(row), Withheld = Withheld })];
    }

    private string KeyOf(JsonElement row) =>
        $"{row.NeedText("CustomerNumber", Connection)}:{row.NeedText("DocumentNumber", Connection)}".ToUpperInvariant();

    private static string? SkipOf(JsonElement row) =>
        row.FindText("DocumentType") is "Invoice" or "DebitNote" ? null : "no invoice";
}
