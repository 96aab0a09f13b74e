using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Customers;

/// <summary>Which Stripe customer is which contact. A customer has one contact, and a contact one customer.</summary>
public sealed class CustomerLinkStore(IsthmusTables tables)
{
    /// <summary>The pair of a Stripe customer, also one that is over; null where there never was one.</summary>
    public async Task<CustomerLink?> FindAsync(string stripeId, CancellationToken cancellation = default) =>
        await GetAsync(CustomerLinkRows.OfCustomer(stripeId), cancellation) is { } row ? CustomerLinkRows.Read(row) : null;

    /// <summary>The pair that a contact is in now, or null.</summary>
    public async Task<CustomerLink?> FindOfContactAsync(string contactId, CancellationToken cancellation = default) =>
        await GetAsync(CustomerLinkRows.OfContact(contactId), cancellation) is { } pointer
            ? await FindAsync(pointer.GetString("StripeId"), cancellation) : null;

    /// <summary>Makes a pair, or makes one anew that was over. All of it or nothing; doing it again changes nothing.</summary>
    /// <returns>The pair; null when one of the two is in another pair.</returns>
    public async Task<CustomerLink?> LinkAsync(string stripeId, string contactId, CancellationToken cancellation = default)
    {
        var row = await GetAsync(CustomerLinkRows.OfCustomer(stripeId), cancellation);
        var before = row is null ? null : CustomerLinkRows.Read(row);
        if (before is { State: not LinkState.Unlinked }) return before.ContactId == contactId ? before : null;
        var link = new CustomerLink(stripeId, contactId);
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, CustomerLinkRows.Pointer(link)),
            row is null
                ? new(TableTransactionActionType.Add, CustomerLinkRows.Write(link))
                : new(TableTransactionActionType.UpdateReplace, CustomerLinkRows.Write(link), row.ETag),
        ];
        return await SubmitAsync(actions, cancellation) ? link : await LinkedAlreadyAsync(link, cancellation);
    }

    /// <summary>Has the customer's pair go on with another contact, as when two contacts became one.</summary>
    /// <returns>The pair; null when that contact is in another pair.</returns>
    public async Task<CustomerLink?> MoveAsync(CustomerLink link, string contactId, CancellationToken cancellation = default)
    {
        var moved = new CustomerLink(link.StripeId, contactId) { Known = link.Known.Where(pair => pair.Key == CustomerSide.Stripe).ToDictionary() };
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Delete, CustomerLinkRows.Pointer(link), ETag.All),
            new(TableTransactionActionType.Add, CustomerLinkRows.Pointer(moved)),
            new(TableTransactionActionType.UpsertReplace, CustomerLinkRows.Write(moved)),
        ];
        return await SubmitAsync(actions, cancellation) ? moved : await LinkedAlreadyAsync(moved, cancellation);
    }

    /// <summary>Ends a pair; the reason stays. Doing it again changes nothing.</summary>
    public async Task UnlinkAsync(CustomerLink link, string reason, CancellationToken cancellation = default)
    {
        var over = link with { State = LinkState.Unlinked, Reason = reason };
        var main = new TableTransactionAction(TableTransactionActionType.UpsertReplace, CustomerLinkRows.Write(over));
        var pointer = new TableTransactionAction(TableTransactionActionType.Delete, CustomerLinkRows.Pointer(link), ETag.All);
        if (await SubmitAsync([pointer, main], cancellation)) return;
        await SubmitAsync([main], cancellation);
    }

    /// <summary>Forgets a pair that is over, so that the customer may be linked anew.</summary>
    public Task ForgetAsync(CustomerLink link, CancellationToken cancellation = default) => tables.Customers.DeleteEntityAsync(
        CustomerLinkRows.Partition, CustomerLinkRows.OfCustomer(link.StripeId), ETag.All, cancellation);

    /// <summary>Keeps what the pair's one run learnt.</summary>
    public Task SaveAsync(CustomerLink link, CancellationToken cancellation = default) =>
        tables.Customers.UpsertEntityAsync(CustomerLinkRows.Write(link), TableUpdateMode.Replace, cancellation);

    /// <summary>Every pair, also those that are over.</summary>
    public IAsyncEnumerable<CustomerLink> ListAsync(CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {CustomerLinkRows.Partition} and RowKey ge {CustomerLinkRows.FirstCustomer} and RowKey lt {CustomerLinkRows.EndOfCustomers}");
        return tables.Customers.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(CustomerLinkRows.Read);
    }

    private async Task<CustomerLink?> LinkedAlreadyAsync(CustomerLink wanted, CancellationToken cancellation) =>
        await FindAsync(wanted.StripeId, cancellation) is { State: not LinkState.Unlinked } now && now.ContactId == wanted.ContactId ? now : null;

    private async Task<bool> SubmitAsync(TableTransactionAction[] actions, CancellationToken cancellation)
    {
        try
        {
            await tables.Customers.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException met) when (met.Status is 404 or 409 or 412) { return false; }
    }

    private async Task<TableEntity?> GetAsync(string row, CancellationToken cancellation)
    {
        var found = await tables.Customers.GetEntityIfExistsAsync<TableEntity>(CustomerLinkRows.Partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
