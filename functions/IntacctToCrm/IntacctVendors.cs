using Isthmus.Core.MasterData;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>Vendors become Vendors; the CRM's have no parent, so that one is shown as text.</summary>
internal sealed class IntacctVendors(IntacctReading? reading, IntacctFlowOptions options) : IntacctFlow(
    "intacct-vendors", IntacctFields.Vendor, "Vendors", "intacct-vendor-to-crm-vendor", Cadence.Hourly, options.Vendors, reading, options)
{
    private IntacctCompanies Companies => new(Reading, IntacctFields.Vendor, "VENDORID", Options.OneTime);

    public override async Task<long?> CountAsync(CancellationToken cancellation) =>
        await Reading.CountAsync(IntacctFields.Vendor, cancellation);

    public override Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation) =>
        Companies.PageAsync(query, cancellation);

    public override Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) => Companies.FindAsync(key, cancellation);
}
