using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Steps;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// Looks at every row of the mapping table in both systems: brings them in line where a side counts, and keeps what it saw, so that
/// conflicts show. What goes wrong with a row is said at the row; what goes wrong with a system ends the look.
/// </summary>
internal sealed class AccountMapLook(
    AccountMapStore map, BooksAccounts books, AccountAlignment alignment, ShownAccounts shown, ZohoCrmClient crm, Circuits circuits)
    : RoundedPoll(circuits, Sage300Options.Id, ZohoCrmOptions.Id)
{
    private const string Actor = "account-map";
    private const string Held = "Another account has the key of this code: merge the two in the CRM, or correct the row.";

    /// <inheritdoc/>
    public override string Subject => "isthmus/account-map";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        var (read, changed) = (0, 0);
        foreach (var kind in Enum.GetValues<AccountKind>())
        {
            await foreach (var row in map.AllAsync(kind, cancellation))
            {
                read++;
                if (await LookAsync(row, cancellation)) changed++;
            }
        }
        return new PollRound(new PollCounts(read, changed, read - changed, 0), []);
    }

    /// <summary>True where something was written, in a system or in the row.</summary>
    private async Task<bool> LookAsync(AccountRow row, CancellationToken cancellation)
    {
        var account = await crm.GetAsync("Accounts", row.AccountId, cancellation);
        var record = await books.FindAsync(row, cancellation);
        var seen = Seen(row, account, record) with { Problem = null };
        var written = 0;
        if (account is { } known && record is { } there)
        {
            try
            {
                if (!await shown.ShowAsync(known, row.Kind, row.Code, "", cancellation)) seen = seen with { Problem = Held };
                written = await alignment.AlignAsync(row, known, there, cancellation);
                if (written > 0) seen = Seen(seen, await crm.GetAsync("Accounts", row.AccountId, cancellation), await books.FindAsync(row, cancellation));
            }
            catch (FailureException refused) when (refused.Failure.Class is
                FailureClass.Validation or FailureClass.ReferenceMissing or FailureClass.Conflict or FailureClass.Permanent)
            {
                seen = seen with { Problem = $"{refused.Failure.Message} {refused.Failure.Cure}" };
            }
        }
        if (Same(seen, row)) return written > 0;
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

    private static bool Same(AccountRow seen, AccountRow row) =>
        (seen.AccountMissing, seen.CodeMissing, seen.AccountName, seen.BooksName, seen.Problem)
        == (row.AccountMissing, row.CodeMissing, row.AccountName, row.BooksName, row.Problem);
}
