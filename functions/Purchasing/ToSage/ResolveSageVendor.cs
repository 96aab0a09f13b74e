using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.ToSage;

/// <summary>
/// Finds a vendor of Zoho in Sage, by our own key or by its name, or creates it, once: its number is taken from Sage and remembered
/// before it is written.
/// </summary>
public sealed class ResolveSageVendor(
    SageAgentClient sage, ZohoInventoryClient zoho, SageWriter writer, Mapper mapper, CrossReferenceStore references, WrittenRecords records,
    IOptions<PurchasingOptions> rules, StepRunner steps)
{
    private const string Object = "AP_Vendor";

    /// <summary>The activity; answers with Sage's division and vendor number.</summary>
    [Function(nameof(ResolveSageVendor))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<ReadPurchase> step) =>
        steps.RunAsync(step, "resolve the vendor in Sage", async (purchase, notes) =>
        {
            var key = ContactKeys.OfContact(purchase.VendorKey);
            if (await references.FindAsync(key, PurchaseTargets.SageVendor) is { } known) return known.Id;
            sage.BeginTurn();
            var contact = await zoho.GetContactAsync(purchase.VendorKey, CancellationToken.None);
            var claim = await references.ClaimAsync(key, PurchaseTargets.SageVendor, step.RunId);
            if (claim.State == ClaimState.Done) return claim.Reference!.Id;
            if (claim.State == ClaimState.Taken) throw PurchaseRefusals.BeingWritten(SageOptions.Id, "this vendor");
            var vendor = await FindAsync(contact, purchase.VendorKey) ?? await CreateAsync(contact, claim, purchase.VendorKey, notes);
            await records.AddAsync(step.RunId, "write vendor", key, PurchaseTargets.SageVendor, new Reference(vendor, vendor), notes);
            notes.Detail = $"Vendor {vendor}.";
            return notes.Key = vendor;
        });

    private async Task<string?> FindAsync(JsonElement contact, string id) =>
        await FindAsync(SageWriter.ExternalIdColumn, PurchaseTargets.ExternalId(id), _ => true)
        ?? await FindAsync("VendorName", Name(contact), row => row.FindText(SageWriter.ExternalIdColumn) is null or "");

    private async Task<string?> FindAsync(string column, string value, Func<JsonElement, bool> fits)
    {
        var wanted = new Dictionary<string, string> { [column] = value };
        string[] columns = ["APDivisionNo", "VendorNo", SageWriter.ExternalIdColumn];
        await foreach (var row in sage.QueryAsync(Object, columns, wanted, null, CancellationToken.None))
            if (fits(row)) return Number(row);
        return null;
    }

    private async Task<string> CreateAsync(JsonElement contact, Claim claim, string id, StepNotes notes)
    {
        var number = claim.Reference?.Number;
        if (number is null)
        {
            number = await sage.NextNumberAsync(Object, CancellationToken.None);
            await references.ReserveAsync(claim, number);
        }
        var body = mapper.Map("zoho-contact-to-sage-vendor", contact, notes, new MappingContext
        {
            Variables = new Dictionary<string, string> { ["externalId"] = PurchaseTargets.ExternalId(id) },
        });
        var key = new Dictionary<string, string> { ["APDivisionNo"] = rules.Value.VendorDivision, ["VendorNo"] = number };
        return Number(await writer.CreateAsync(Object, key, body, PurchaseTargets.ExternalId(id)));
    }

    private static string Name(JsonElement contact) =>
        contact.FindText("company_name") is { Length: > 0 } company ? company : contact.NeedText("contact_name", ZohoInventoryOptions.Id);

    private static string Number(JsonElement row) => $"{row.NeedText("APDivisionNo", SageOptions.Id)}-{row.NeedText("VendorNo", SageOptions.Id)}";
}
