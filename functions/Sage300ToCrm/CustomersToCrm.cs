using System.Text.Json;
using Isthmus.Core.AccountMap;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Customers become Accounts with their credit status. Invoices and payments move a balance and leave the day of the last edit alone:
/// the daily look at everything brings it.
/// </summary>
internal sealed class CustomersToCrm(Sage300Rows rows, MappedPartners? mapped = null) : PartnerFlow(rows, Partner.Customer)
{
    public override string Name => Customers;

    public override string Module => "Accounts";

    public override string Mapping => "sage-300-customer-to-crm-account";

    protected override bool Wanted(Sage300ToCrmOptions options) => options.Customers;

    protected override async Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        IReadOnlyList<JsonElement> found, CancellationToken cancellation) =>
        await MappedAsync(mapped, AccountKind.Customer, await base.RecordsAsync(found, cancellation), cancellation);
}

/// <summary>The contact persons of customers.</summary>
internal sealed class CustomerContactsToCrm(Sage300Rows rows) : PartnerContacts(rows, Partner.Customer, "Account_Name", Customers)
{
    public override string Name => "sage-300-customer-contacts";

    public override string Mapping => "sage-300-customer-to-crm-contact";

    protected override bool Wanted(Sage300ToCrmOptions options) => options is { Customers: true, CustomerContacts: true };
}
