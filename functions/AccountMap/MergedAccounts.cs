using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Audit;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// Rows of accounts that somebody merged into others. What an account was is found at the one that bears its key now, and the
/// row goes on with that one.
/// </summary>
public sealed class MergedAccounts(ZohoCrmClient crm, AccountKeys keys, AccountMapStore map, AuditTrail audit)
{
    /// <summary>Has a row go on with the account that bears its key, where its own is gone.</summary>
    /// <returns>True where it moved.</returns>
    public async Task<bool> FollowAsync(AccountRow row, string by, CancellationToken cancellation)
    {
        var found = await crm.FindAsync("Accounts", keys.Field, keys.Of(row.Kind, row.Code), ["id"], cancellation);
        return found?.FindText("id") is { } heir && heir != row.AccountId && await MoveAsync(row, heir, by, cancellation);
    }

    /// <summary>Has a row go on with another account, unless its own is still there.</summary>
    /// <returns>True where it moved.</returns>
    public async Task<bool> MoveAsync(AccountRow row, string accountId, string by, CancellationToken cancellation)
    {
        if (await crm.GetAsync("Accounts", row.AccountId, cancellation) is not null) return false;
        await map.AddAsync(row with { AccountId = accountId, AccountMissing = false }, by, cancellation);
        await map.RemoveAsync(row, cancellation);
        await audit.AddAsync(
            by, "map account", $"zoho-crm.account/{accountId}", $"{row.Kind} {row.Code}, merged with {row.AccountId}",
            cancellation: cancellation);
        return true;
    }
}
