using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Customers become Accounts, with their credit status. Invoices, payments and orders move balances and leave the customer's stamps
/// alone: so it also looks at the documents that changed. What only the ageing run moves is found by the daily look at everything.
/// </summary>
internal sealed class CustomersToCrm(
    SageAgentClient sage, SageSurfaces surfaces, OpenInvoicesOnAccount invoices, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns, options.Credit ? Documents : []))
{
    public const string Table = "AR_Customer";

    private static readonly string[] KeyColumns = ["ARDivisionNo", "CustomerNo"];
    private static readonly SageTrace[] Documents = [SageTrace.OfCustomer("AR_OpenInvoice"), SageTrace.OfCustomer("SO_SalesOrder")];

    public override string Name => Customers;

    public override string Module => "Accounts";

    public override string Mapping => "sage-100-customer-to-crm-account";

    public override bool Enabled => options.Customers;

    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await Rows.PageAsync(query, cancellation);
        return new SourcePage([.. (await invoices.AddAsync(query, page, cancellation)).Select(RecordOf)], page.Next);
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        if (SageKeys.Read(key, KeyColumns) is not { } read) return null;
        return await surfaces.Reader(Table).ReadAsync(Table, read, cancellation) is { } row
            ? RecordOf(await invoices.AddAsync(row, cancellation)) : null;
    }

    public override MappingContext ContextOf(SourceRecord record) =>
        new() { Variables = new Dictionary<string, string> { ["credit"] = options.Credit ? "yes" : "no" } };

    protected override string KeyOf(JsonElement row) => SageKeys.Divided(row, KeyColumns[0], KeyColumns[1]);

    protected override string? SkipOf(JsonElement row) => SkipRules.Of(options, row, "ARDivisionNo", "CustomerStatus");
}
