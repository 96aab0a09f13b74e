using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// Looks at one row of the mapping table in both systems: brings them in line where a side counts, and keeps what it saw, so that
/// conflicts show. What goes wrong with the row is said at the row.
/// </summary>
internal sealed class AccountRowLook(
    AccountMapStore map, BooksAccounts books, AccountAlignment alignment, ShownAccounts shown, MergedAccounts merged,
    ZohoCrmClient crm)
{
    private const string Actor = "account-map";
    private const string Held =
        "The account bears another key, or another account bears this one: merge the two in the CRM, or correct the row.";

    /// <summary>True where something was written, in a system or in the row.</summary>
    /// <exception cref="FailureException">One of the systems does not answer.</exception>
    public async Task<bool> LookAsync(AccountRow row, CancellationToken cancellation)
    {
        var account = await crm.GetAsync("Accounts", row.AccountId, cancellation);
        if (account is null && row.Keyed && await merged.FollowAsync(row, Actor, cancellation)) return true;
        var record = await books.FindAsync(row, cancellation);
        var (seen, written) = (Seen(row, account, record) with { Problem = null, Keyed = false }, 0);
        if (account is { } known && record is { } there)
        {
            try
            {
                var keyed = await shown.ShowAsync(known, row.Kind, row.Code, "", cancellation);
                seen = seen with { Keyed = keyed, Problem = keyed ? null : Held };
                written = await alignment.AlignAsync(row, known, there, cancellation);
            }
            catch (FailureException refused) when (refused.Failure.Class is
                FailureClass.Validation or FailureClass.ReferenceMissing or FailureClass.Conflict or FailureClass.Permanent)
            {
                seen = seen with { Problem = $"{refused.Failure.Message} {refused.Failure.Cure}" };
            }
        }
        if (written > 0)
            seen = Seen(seen, await crm.GetAsync("Accounts", row.AccountId, cancellation),
                await books.FindAsync(row, cancellation));
        if (seen == row) return written > 0;
        await map.ChangeAsync(seen, Actor, cancellation);
        return true;
    }

    private static AccountRow Seen(AccountRow row, JsonElement? account, JsonElement? record) => row with
    {
        AccountMissing = account is null,
        CodeMissing = record is null,
        AccountName = account is { } known ? known.FindText("Account_Name")?.Trim() : row.AccountName,
        BooksName = record is { } there ? BooksAccounts.NameOf(row, there) : row.BooksName,
    };
}
