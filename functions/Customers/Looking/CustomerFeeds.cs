using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Customers;
using Isthmus.Core.Polling;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Customers.Looking;

/// <summary>
/// What no webhook told of: contacts and Sage's customers by their stamps, Stripe's by when they were made, and now and then all of
/// them. A record that is as it is known starts no run.
/// </summary>
public sealed class CustomerFeeds(
    ZohoInventoryClient zoho, StripeClient stripe, SageAgentClient sage, StripeCustomers customers, SageCustomers books, CustomerLinkStore links)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private const string News = "sweep";

    /// <summary>Zoho's contacts. A row shows neither addresses nor persons, so that only its stamp says whether it changed.</summary>
    /// <param name="client">Starts the runs.</param>
    /// <param name="seen">Takes the id of every contact; null where not all are read.</param>
    internal Feed Contacts(DurableTaskClient client, HashSet<string>? seen) => new(ZohoInventoryOptions.Id, "contacts", Overlap)
    {
        Read = zoho.ListContactsAsync,
        TakeAsync = (page, cancellation) => EachAsync(page, async row =>
        {
            var card = ContactCard.Of(row);
            seen?.Add(card.Id);
            if (!card.IsCustomer) return Taken.Skipped;
            var link = await links.FindOfContactAsync(card.Id, cancellation);
            // A contact without a customer was looked at when it changed; every night would be a run a contact.
            if (link is null && (seen is not null || !card.IsActive)) return Taken.Skipped;
            if (link is not null && link.ContactStamp == card.Stamp && card.IsActive) return Taken.Unchanged;
            await CustomerRuns.OfContactAsync(client, link, card.Id, News, cancellation);
            return Taken.Yes;
        }),
    };

    /// <summary>Stripe's customers.</summary>
    /// <param name="client">Starts the runs.</param>
    /// <param name="seen">Takes the id of every customer; null where not all are read.</param>
    internal Feed Customers(DurableTaskClient client, HashSet<string>? seen) => new(StripeOptions.Id, "customers", Overlap)
    {
        Read = stripe.ListCustomersAsync,
        TakeAsync = (page, cancellation) => EachAsync(page, async row =>
        {
            var id = row.NeedText("id", StripeOptions.Id);
            seen?.Add(id);
            var link = await links.FindAsync(id, cancellation);
            if (link is { State: LinkState.Unlinked }) return Taken.Skipped;
            if (link is not null && Same(link, CustomerSide.Stripe, customers.Read(row).Customer)) return Taken.Unchanged;
            await CustomerRuns.OfCustomerAsync(client, id, News, cancellation);
            return Taken.Yes;
        }),
    };

    /// <summary>Sage's customers that orders made.</summary>
    /// <param name="client">Starts the runs.</param>
    internal Feed Books(DurableTaskClient client) => new(SageOptions.Id, "customers", Overlap)
    {
        Read = (since, cancellation) => sage.QueryAsync(SageCustomers.Object, null, null, since, cancellation),
        TakeAsync = (page, cancellation) => EachAsync(page, async row =>
        {
            const string ours = "zoho:";
            if (row.FindText(SageWriter.ExternalIdColumn) is not { } id || !id.StartsWith(ours, StringComparison.Ordinal)) return Taken.Skipped;
            if (await links.FindOfContactAsync(id[ours.Length..], cancellation) is not { State: LinkState.Linked } link) return Taken.Skipped;
            if (Same(link, CustomerSide.Sage, books.Read(row))) return Taken.Unchanged;
            await CustomerRuns.OfCustomerAsync(client, link.StripeId, News, cancellation);
            return Taken.Yes;
        }),
    };

    private static bool Same(CustomerLink link, CustomerSide side, Core.Canonical.Customer customer) =>
        link.Known.TryGetValue(side, out var known) && FieldHashes.Of(link.StripeId, CustomerFields.Of(customer)).Same(known);

    private static async Task<PollCounts> EachAsync(IReadOnlyList<JsonElement> page, Func<JsonElement, Task<Taken>> take)
    {
        var counts = PollCounts.None;
        foreach (var row in page)
        {
            var taken = await take(row);
            counts += new PollCounts(1, taken == Taken.Yes ? 1 : 0, taken == Taken.Unchanged ? 1 : 0, taken == Taken.Skipped ? 1 : 0);
        }
        return counts;
    }

    private enum Taken
    {
        Yes,
        Unchanged,
        Skipped,
    }
}
