using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Purchasing.ToZoho;

/// <summary>
/// Finds a vendor of Sage among Zoho's by its name, or creates it, once. Names are unique in Zoho: where a customer has it, the
/// vendor's number is put behind it.
/// </summary>
public sealed class ResolveZohoVendor(
    SageAgentClient sage, ZohoInventoryClient zoho, Mapper mapper, CrossReferenceStore references, WrittenRecords records, StepRunner steps)
{
    /// <summary>The activity; answers with Zoho's contact id.</summary>
    [Function(nameof(ResolveZohoVendor))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<ReadPurchase> step) =>
        steps.RunAsync(step, "resolve the vendor", async (purchase, notes) =>
        {
            var key = "vendor|" + purchase.VendorKey;
            if (await references.FindAsync(key, PurchaseTargets.ZohoVendor) is { } known) return known.Id;
            zoho.BeginTurn();
            var vendor = await ReadAsync(purchase.VendorKey);
            var claim = await references.ClaimAsync(key, PurchaseTargets.ZohoVendor, step.RunId);
            if (claim.State == ClaimState.Done) return claim.Reference!.Id;
            if (claim.State == ClaimState.Taken) throw PurchaseRefusals.BeingWritten(ZohoInventoryOptions.Id, "the vendor " + purchase.VendorKey);
            var contact = await FindOrCreateAsync(vendor, purchase.VendorKey, notes);
            await records.AddResolvedAsync(step.RunId, "write vendor", claim, new Reference(contact, purchase.VendorKey), notes);
            notes.Detail = $"Vendor {purchase.VendorKey} is {contact}.";
            return contact;
        });

    private async Task<JsonElement> ReadAsync(string vendor)
    {
        var parts = vendor.Split('-', 2);
        var key = new Dictionary<string, string> { ["APDivisionNo"] = parts[0], ["VendorNo"] = parts[^1] };
        return await sage.ReadAsync("AP_Vendor", key, CancellationToken.None) ?? throw PurchaseRefusals.NoVendor(vendor);
    }

    private async Task<string> FindOrCreateAsync(JsonElement vendor, string number, StepNotes notes)
    {
        var name = vendor.NeedText("VendorName", SageOptions.Id);
        foreach (var tried in new[] { name, $"{name} ({number})" })
        {
            var there = await zoho.FindContactByNameAsync(tried, CancellationToken.None);
            if (there is { } contact && contact.FindText("contact_type") == "vendor") return Id(contact);
            if (there is null) return Id(await CreateAsync(vendor, tried, notes));
        }
        throw new FailureException(new Failure(
            FailureClass.Conflict, ZohoInventoryOptions.Id, "resolve the vendor", "name-taken",
            $"Customers in Zoho have the names under which the vendor {number} would be entered.",
            "Enter the vendor in Zoho under a name of its own, give it that name in Sage; then resubmit."));
    }

    /// <summary>A name that is taken although nobody has it was given a moment ago, perhaps by an earlier try: the search is behind.</summary>
    private async Task<JsonElement> CreateAsync(JsonElement vendor, string name, StepNotes notes)
    {
        var context = new MappingContext { Variables = new Dictionary<string, string> { ["contactName"] = name } };
        try
        {
            return await zoho.CreateContactAsync(mapper.Map("sage-vendor-to-zoho-contact", vendor, notes, context), CancellationToken.None);
        }
        catch (FailureException taken) when (taken.Failure.Code == "duplicate-name")
        {
            throw PurchaseRefusals.BeingWritten(ZohoInventoryOptions.Id, "a contact of the vendor's name");
        }
    }

    private static string Id(JsonElement contact) => contact.NeedText("contact_id", ZohoInventoryOptions.Id);
}
