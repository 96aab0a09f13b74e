using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.AccountMap;

/// <summary>Looks at every row of the mapping table in both systems. What goes wrong with a system ends the look.</summary>
internal sealed class AccountMapLook(AccountMapStore map, AccountRowLook rows, Circuits circuits)
    : RoundedPoll(circuits, Sage300Options.Id, ZohoCrmOptions.Id)
{
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
                if (await rows.LookAsync(row, cancellation)) changed++;
            }
        }
        return new PollRound(new PollCounts(read, changed, read - changed, 0), []);
    }
}
