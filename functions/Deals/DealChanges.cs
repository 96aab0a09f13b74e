using Isthmus.Core.Deals;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Isthmus.Functions.ZohoCrm;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Deals;

/// <summary>
/// Takes what happened to deals to their runs. A deal that is not won, and never was, gets none: a busy sales team changes
/// deals all day.
/// </summary>
public sealed class DealChanges(DealStages stages, DealStore store, DealRules rules) : ICrmChangeHandler
{
    /// <inheritdoc/>
    public string Module => "Deals";

    /// <inheritdoc/>
    public bool Enabled => rules.IsOn;

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => ["Stage", "Amount", "Account_Name", "Closing_Date"];

    /// <inheritdoc/>
    public async Task TakeAsync(IReadOnlyList<CrmChange> changes, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var change in changes)
        {
            if (await store.KnowsAsync(change.RecordId, cancellation) || await MayBeWonAsync(change, cancellation))
                await TellAsync(client, change.RecordId, $"deal {change.Kind}", cancellation);
        }
    }

    /// <summary>Starts or tells the run of a deal.</summary>
    /// <returns>Its instance id.</returns>
    internal static async Task<string> TellAsync(DurableTaskClient client, string dealId, string news,
        CancellationToken cancellation)
    {
        var instance = DealOrchestration.InstanceId(dealId);
        await FlowStart.StartOrTellAsync(
            client, nameof(DealOrchestration.CarryDeal), instance, new DealInput(dealId), news, cancellation);
        return instance;
    }

    private async Task<bool> MayBeWonAsync(CrmChange change, CancellationToken cancellation) =>
        change.Record is { } record && await stages.MayBeWonAsync(record.FindText("Stage"), cancellation);
}
