using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Looking;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>What becomes of one record that its source has no more, where a person decides about each.</summary>
internal sealed class GoneDecision(MasterStore store, GoneEnding ending, MasterDataOptions rules)
{
    /// <summary>Asks, or does as the person said.</summary>
    /// <exception cref="FailureException">The CRM refused it.</exception>
    public async Task<MasterCarried> TakeAsync(IMasterFlow flow, MasterRecordInput input, string runId)
    {
        var gone = $"{flow.Connection} has no {input.Key} any more";
        var kept = await store.FindAsync(flow.Name, input.Key);
        if (!rules.HoldDeleted || kept is not { CrmId: { } id, Standing: not RecordStanding.Gone }) return new($"{gone}.", Ignored: true);
        if (input.Choice is null)
            return new("", Review: $"{gone}; {flow.Module} shows it as {id}. Approve to {rules.Deleted} it there; reject to leave it as it is.");
        var how = input.Choice == MasterRecordInput.Leave ? MasterDataRules.Leave : rules.Deleted;
        if (await ending.EndAsync(flow, [kept], how, runId, CancellationToken.None) is [var refused, ..]) throw new FailureException(refused);
        return new($"{gone}; what was done in {flow.Module}: {how}.", Ignored: how == MasterDataRules.Leave);
    }
}
