using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.AccountMap;

/// <summary>
/// Which account of the CRM is which customer or vendor of the books. It keeps what people enter, also where that contradicts
/// itself: contradictions are shown (<see cref="AccountConflicts"/>), and whoever needs the one answer stops at them.
/// </summary>
public sealed class AccountMapStore(IsthmusTables tables, TimeProvider time)
{
    /// <summary>The rows of an account; more than one is a conflict.</summary>
    public Task<IReadOnlyList<AccountRow>> OfAccountAsync(AccountKind kind, string accountId,
        CancellationToken cancellation = default) =>
        ListAsync(kind, AccountRows.Filter(kind, AccountRows.MainPrefix(accountId)), cancellation);

    /// <summary>The rows of a code; more than one is a conflict.</summary>
    public Task<IReadOnlyList<AccountRow>> OfCodeAsync(AccountKind kind, string code, CancellationToken cancellation = default) =>
        OfCodesAsync(kind, new HashSet<string>(StringComparer.Ordinal) { AccountRow.CodeOf(code) }, cancellation);

    /// <summary>
    /// The rows of codes that lie close together, as those of a page do: what lies between the first and the last is read once.
    /// </summary>
    public async Task<IReadOnlyList<AccountRow>> OfCodesAsync(
        AccountKind kind, IReadOnlySet<string> codes, CancellationToken cancellation = default)
    {
        var found = new List<AccountRow>();
        if (codes.Count == 0) return found;
        var pointers = AccountRows.Filter(kind, [.. codes.Select(AccountRows.CodePrefix)]);
        await foreach (var pointer in tables.AccountMap.QueryAsync<TableEntity>(pointers, cancellationToken: cancellation))
        {
            if (codes.Contains(pointer.GetString("Code"))
                && await FindAsync(kind, pointer.GetString("AccountId"), pointer.GetString("Code"), cancellation) is { } row)
                found.Add(row);
        }
        return found;
    }

    /// <summary>One row, or null.</summary>
    public async Task<AccountRow?> FindAsync(AccountKind kind, string accountId, string code,
        CancellationToken cancellation = default)
    {
        var key = AccountRows.Main(new AccountRow(kind, accountId, AccountRow.CodeOf(code)));
        var found = await tables.AccountMap.GetEntityIfExistsAsync<TableEntity>(
            AccountRows.Partition(kind), key, cancellationToken: cancellation);
        return found.HasValue ? AccountRows.Read(kind, found.Value!) : null;
    }

    /// <summary>Every row of a kind, by account.</summary>
    public async IAsyncEnumerable<AccountRow> AllAsync(AccountKind kind,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in tables.AccountMap.QueryAsync<TableEntity>(
            AccountRows.All(kind), cancellationToken: cancellation))
            yield return AccountRows.Read(kind, row);
    }

    /// <summary>Adds a row.</summary>
    /// <returns>The stored row; null where there is one of that account and code already.</returns>
    public Task<AccountRow?> AddAsync(AccountRow row, string by, CancellationToken cancellation = default) => SubmitAsync(
        Signed(row, by), changed => [new(TableTransactionActionType.Add, changed), Pointing(row)], cancellation);

    /// <summary>Changes a row, if it is still as it was read: <see cref="AccountRow.Tag"/>.</summary>
    /// <returns>The stored row; null where it changed meanwhile, or is gone.</returns>
    public Task<AccountRow?> ChangeAsync(AccountRow row, string by, CancellationToken cancellation = default) => SubmitAsync(
        Signed(row, by), changed => [new(TableTransactionActionType.UpdateReplace, changed, row.Tag), Pointing(row)],
        cancellation);

    /// <summary>Removes a row, if it is still as it was read.</summary>
    /// <returns>False where it changed meanwhile. One that is gone already is removed.</returns>
    public async Task<bool> RemoveAsync(AccountRow row, CancellationToken cancellation = default)
    {
        try
        {
            await tables.AccountMap.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, AccountRows.Write(row), row.Tag),
                    new(TableTransactionActionType.Delete, AccountRows.Pointer(row), ETag.All),
                ],
                cancellation);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404) { return true; }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412) { return false; }
    }

    private static TableTransactionAction Pointing(AccountRow row) =>
        new(TableTransactionActionType.UpsertReplace, AccountRows.Pointer(row));

    private AccountRow Signed(AccountRow row, string by) => row with { ChangedBy = by, ChangedAt = time.GetUtcNow() };

    private async Task<AccountRow?> SubmitAsync(
        AccountRow row, Func<TableEntity, TableTransactionAction[]> actions, CancellationToken cancellation)
    {
        try { await tables.AccountMap.SubmitTransactionAsync(actions(AccountRows.Write(row)), cancellation); }
        catch (RequestFailedException met) when (met.Status is 404 or 409 or 412) { return null; }
        return await FindAsync(row.Kind, row.AccountId, row.Code, cancellation);
    }

    private async Task<IReadOnlyList<AccountRow>> ListAsync(AccountKind kind, string filter, CancellationToken cancellation)
    {
        var found = new List<AccountRow>();
        await foreach (var row in tables.AccountMap.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            found.Add(AccountRows.Read(kind, row));
        return found;
    }
}
