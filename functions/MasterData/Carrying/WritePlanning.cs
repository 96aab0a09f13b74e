using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Duplicates;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>Says of each new record whether the CRM has it already.</summary>
internal sealed class WritePlanning(IDuplicateFinder duplicates, ZohoCrmClient crm, ZohoCrmOptions crmOptions)
{
    /// <summary>Plans the writing of a page.</summary>
    public async Task<WritePlan> PlanAsync(
        IMasterFlow flow, IReadOnlyList<ChangedRecord> records, CarryMode mode, CancellationToken cancellation)
    {
        var plan = new WritePlan();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (mode.Choice == MasterRecordInput.Leave) plan.Left.Add(record);
            else if (record.Made.CrmId is { } id) plan.Adoptions.Add((record, id));
            else if (mode.Choice == MasterRecordInput.New || !record.IsNew || !duplicates.Covers(flow.Module)) plan.Upserts.Add(record);
            else await JudgeAsync(flow, record, mode, taken, plan, cancellation);
        }
        return plan;
    }

    private async Task JudgeAsync(
        IMasterFlow flow, ChangedRecord record, CarryMode mode, HashSet<string> taken, WritePlan plan, CancellationToken cancellation)
    {
        var choice = mode.Choice;
        var verdict = choice is null or MasterRecordInput.Best
            ? await duplicates.JudgeAsync(flow.Module, record.Made.Body, mode.RunId, cancellation)
            : new DuplicateVerdict.Link(new Likeness(choice, 0));
        var chosen = (verdict, choice) switch
        {
            (DuplicateVerdict.Link link, _) => link.Best.Id,
            (DuplicateVerdict.Review review, MasterRecordInput.Best) => review.Candidates[0].Id,
            _ => null,
        };
        if (chosen is not null && taken.Add(chosen) && await IsFreeAsync(flow, chosen, cancellation)) plan.Adoptions.Add((record, chosen));
        else if (chosen is not null && choice is not null)
            plan.Held.Add(new(record, $"{chosen} is not a record of {flow.Module} that is free to be linked. {HowTo}"));
        else if (verdict is DuplicateVerdict.Review { Candidates: var alike } && chosen is null) plan.Held.Add(new(record, Reason(flow, alike)));
        else plan.Upserts.Add(record);
    }

    /// <summary>What is known of the CRM may be old: only a record that is there and nobody's is taken.</summary>
    private async Task<bool> IsFreeAsync(IMasterFlow flow, string id, CancellationToken cancellation)
    {
        var found = await crm.GetAsync(flow.Module, id, cancellation);
        await duplicates.ForgetAsync(flow.Module, id);
        return found is { ValueKind: JsonValueKind.Object } record && record.FindText(crmOptions.KeyField) is null or "";
    }

    private static string Reason(IMasterFlow flow, IReadOnlyList<Likeness> alike) =>
        $"{flow.Module} may have it already: {string.Join(", ", alike.Select(Shown))}. {HowTo}";

    private static string Shown(Likeness likeness) => string.Create(CultureInfo.InvariantCulture, $"{likeness.Id} ({likeness.Bits:0.0} bits)");

    private const string HowTo =
        "Approve to link it to the first, with an id as the note to link it to that one, with the note new to make it; reject to leave it out.";
}
