using System.Text.Json;
using Isthmus.Core.AccountMap;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>Vendors become Accounts, or Vendors where the company says so.</summary>
internal sealed class VendorsToCrm(Sage300Rows rows, MappedPartners? mapped = null) : PartnerFlow(rows, Partner.Vendor)
{
    public override string Name => Vendors;

    public override string Module => Options.VendorsTo;

    public override string Mapping =>
        Module == Sage300ToCrmRules.Vendors ? "sage-300-vendor-to-crm-vendor" : "sage-300-vendor-to-crm-account";

    protected override bool Wanted(Sage300ToCrmOptions options) => options.Vendors;

    protected override async Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        IReadOnlyList<JsonElement> found, CancellationToken cancellation)
    {
        var records = await base.RecordsAsync(found, cancellation);
        return await MappedAsync(Module == Sage300ToCrmRules.Accounts ? mapped : null, AccountKind.Vendor, records, cancellation);
    }
}

/// <summary>The contact persons of vendors.</summary>
internal sealed class VendorContactsToCrm(Sage300Rows rows) : PartnerContacts(
    rows, Partner.Vendor, rows.Options.VendorsTo == Sage300ToCrmRules.Vendors ? "Vendor_Name" : "Account_Name", Vendors)
{
    public override string Name => "sage-300-vendor-contacts";

    public override string Mapping => "sage-300-vendor-to-crm-contact";

    protected override bool Wanted(Sage300ToCrmOptions options) => options is { Vendors: true, VendorContacts: true };
}
