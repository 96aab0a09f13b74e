using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Customers;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Customers;

/// <summary>Ends a pair one half of which is gone, and marks the other as inactive where that was decided.</summary>
public sealed class PartCustomer(
    ZohoInventoryClient zoho, StripeCustomers customers, ZohoSettings settings, CustomerLinkStore links, ContactReferences references,
    AuditTrail audit, StepRunner steps)
{
    /// <summary>The activity; answers with a line for people. Doing it again changes nothing.</summary>
    [Function(nameof(PartCustomer))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<PairToPart> step) =>
        steps.RunAsync(step, "end the pair", async (pair, notes) =>
        {
            var link = await links.FindAsync(pair.StripeId) ?? throw new InvalidOperationException("The pair vanished.");
            var subject = pair.Kind == PartingKind.DeletedInStripe ? $"{ContactKeys.Target}/{link.ContactId}" : $"stripe.customer/{link.StripeId}";
            if (pair.Inactive && pair.Kind == PartingKind.DeletedInStripe) await zoho.DeactivateContactAsync(link.ContactId, CancellationToken.None);
            if (pair.Inactive && pair.Kind != PartingKind.DeletedInStripe)
                await customers.MarkAsync(link.StripeId, pair.Kind == PartingKind.InactiveInZoho ? "inactive" : "deleted", notes);
            if (pair.Inactive) await audit.AddAsync(step.RunId, "mark as inactive", subject, "written", fields: notes.Fields);
            if (pair.Kind is PartingKind.DeletedInZoho) await ForgetAsync(link);
            if (pair is { Kind: PartingKind.InactiveInZoho, Inactive: true })
                await links.SaveAsync(link with { State = LinkState.Inactive, Reason = pair.Reason });
            else await links.UnlinkAsync(link, pair.Reason);
            return notes.Detail = $"{pair.Reason} The other side is {(pair.Inactive ? "marked as inactive" : "left as it is")}.";
        });

    /// <summary>The next order finds or makes another contact, in whichever currency.</summary>
    private async Task ForgetAsync(CustomerLink link)
    {
        if (await customers.FindAsync(link.StripeId) is not { } record) return;
        foreach (var currency in (await settings.CurrencyIdsAsync()).Keys)
            await references.ForgetAsync(record.Customer, link.ContactId, currency);
    }
}
