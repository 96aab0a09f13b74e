using Isthmus.Core.MasterData;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>Customers become Accounts; a parent becomes the parent account, before its children or completed behind them.</summary>
internal sealed class IntacctCustomers(IntacctReading? reading, IntacctFlowOptions options) : IntacctFlow(
    FlowName, IntacctFields.Customer, "Accounts", "intacct-customer-to-crm-account", Cadence.QuarterHourly, options.Customers, reading,
    options)
{
    public const string FlowName = "intacct-customers";

    private IntacctCompanies Companies => new(Reading, IntacctFields.Customer, "CUSTOMERID", Options.OneTime);

    public override async Task<long?> CountAsync(CancellationToken cancellation) =>
        await Reading.CountAsync(IntacctFields.Customer, cancellation);

    public override Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation) =>
        Companies.PageAsync(query, cancellation);

    public override Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) => Companies.FindAsync(key, cancellation);

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => record.Body.Text("PARENTKEY") is { Length: > 0 } parent
        ? [new RecordLink("Parent_Account", FlowName, parent, Required: false)] : [];
}
