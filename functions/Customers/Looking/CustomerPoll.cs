using Isthmus.Core.Connections;
using Isthmus.Core.Customers;
using Isthmus.Core.Polling;
using Isthmus.Functions.Customers.Carrying;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Customers.Looking;

/// <summary>What a look at the customers found, by system; those of a paused connection are not looked at.</summary>
/// <param name="Contacts">Zoho's contacts.</param>
/// <param name="Customers">Stripe's customers.</param>
/// <param name="Books">Sage's customers.</param>
/// <param name="Gone">Pairs one half of which was listed no more; looked for in a full round only.</param>
public sealed record CustomerRound(PollCounts Contacts, PollCounts Customers, PollCounts Books, int Gone);

/// <summary>Looks for customers that changed, and starts their runs. One round at a time.</summary>
public sealed class CustomerPoll(CustomerFeeds feeds, SageCustomers books, Poller poller, CustomerLinkStore links, Circuits circuits)
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>One round.</summary>
    /// <param name="client">Starts the runs.</param>
    /// <param name="full">Reads every record, whatever the stamps say.</param>
    /// <param name="cancellation">Ends the round; what was taken is kept.</param>
    public async Task<CustomerRound> RunAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var (contacts, customers) = full ? (new HashSet<string>(), new HashSet<string>()) : ((HashSet<string>?)null, (HashSet<string>?)null);
            var stripe = await PollAsync(feeds.Customers(client, customers), full, cancellation);
            var zoho = await PollAsync(feeds.Contacts(client, contacts), full, cancellation);
            var sage = books.TakesPart ? await PollAsync(feeds.Books(client), full, cancellation) : null;
            var gone = full && stripe is not null && zoho is not null ? await GoneAsync(client, contacts!, customers!, cancellation) : 0;
            return new CustomerRound(zoho ?? PollCounts.None, stripe ?? PollCounts.None, sage ?? PollCounts.None, gone);
        }
        finally { turn.Release(); }
    }

    private async Task<PollCounts?> PollAsync(Feed feed, bool full, CancellationToken cancellation) =>
        (await circuits.FindAsync(feed.Connection, cancellation)).State == CircuitState.Flowing
            ? await poller.PollAsync(feed, full, cancellation) : null;

    /// <summary>Contacts that were merged or deleted, and customers that were deleted, are told by no list.</summary>
    private async Task<int> GoneAsync(
        DurableTaskClient client, HashSet<string> contacts, HashSet<string> customers, CancellationToken cancellation)
    {
        var gone = 0;
        await foreach (var link in links.ListAsync(cancellation))
        {
            if (link.State == LinkState.Unlinked || (contacts.Contains(link.ContactId) && customers.Contains(link.StripeId))) continue;
            await CustomerRuns.OfCustomerAsync(client, link.StripeId, "gone", cancellation);
            gone++;
        }
        return gone;
    }
}
