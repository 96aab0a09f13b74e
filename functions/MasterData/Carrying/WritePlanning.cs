using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Duplicates;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>Says of each new record whether the CRM has it already.</summary>
internal sealed class WritePlanning(IDuplicateFinder duplicates, ZohoCrmClient crm, ZohoCrmOptions crmOptions)
{
    private const string HowTo =
        "Approve to link it to the first, with an id as the note to link it to that one, with the note new to make it; reject to leave it out.";

    /// <summary>Plans the writing of a page.</summary>
    public async Task<WritePlan> PlanAsync(
        IMasterFlow flow, IReadOnlyList<ChangedRecord> records, CarryMode mode, CancellationToken cancellation)
    {
        var plan = new WritePlan();
        var judged = new List<Judged>();
        foreach (var record in records)
        {
            if (mode.Choice == MasterRecordInput.Leave) plan.Left.Add(record);
            else if (record.Made.CrmId is { } id) plan.Adoptions.Add((record, id));
            else if (mode.Choice == MasterRecordInput.New || !record.IsNew || !duplicates.Covers(flow.Module)) plan.Upserts.Add(record);
            else judged.Add(await JudgeAsync(flow, record, mode, cancellation));
        }
        var free = await FreeAsync(flow, [.. judged.Select(each => each.Chosen).OfType<string>().Distinct()], cancellation);
        foreach (var each in judged) Place(flow, each, free, mode.Choice, plan);
        return plan;
    }

    private async Task<Judged> JudgeAsync(IMasterFlow flow, ChangedRecord record, CarryMode mode, CancellationToken cancellation)
    {
        var verdict = mode.Choice is { } id and not MasterRecordInput.Best
            ? new DuplicateVerdict.Link(new Likeness(id, 0))
            : await duplicates.JudgeAsync(flow.Module, record.Made.Body, mode.RunId, cancellation);
        var chosen = (verdict, mode.Choice) switch
        {
            (DuplicateVerdict.Link link, _) => link.Best.Id,
            (DuplicateVerdict.Review review, MasterRecordInput.Best) => review.Candidates[0].Id,
            _ => null,
        };
        return new(record, verdict, chosen);
    }

    /// <summary>What is known of the CRM may be old: only records that are there and nobody's are taken.</summary>
    private async Task<HashSet<string>> FreeAsync(IMasterFlow flow, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(ZohoCrmClient.MostRecords))
            free.UnionWith((await ReadAsync(flow, some, cancellation))
                .Where(record => record.FindText(crmOptions.KeyField) is null or "")
                .Select(record => record.NeedText("id", ZohoCrmOptions.Id)));
        foreach (var id in ids.Where(id => !free.Contains(id))) await duplicates.ForgetAsync(flow.Module, id);
        return free;
    }

    /// <summary>An id that a person gave may be none at all.</summary>
    private async Task<IReadOnlyList<JsonElement>> ReadAsync(IMasterFlow flow, string[] ids, CancellationToken cancellation)
    {
        try { return await crm.ReadAsync(flow.Module, ids, [crmOptions.KeyField], cancellation); }
        catch (FailureException none) when (ids.Length == 1 && none.Failure.Class == FailureClass.ReferenceMissing) { return []; }
    }

    /// <summary>Of two that are like one record of the CRM the first gets it.</summary>
    private static void Place(IMasterFlow flow, Judged judged, HashSet<string> free, string? choice, WritePlan plan)
    {
        var (record, verdict, chosen) = judged;
        if (chosen is not null && free.Remove(chosen)) plan.Adoptions.Add((record, chosen));
        else if (chosen is not null && choice is not null)
            plan.Held.Add(new(record, $"{chosen} is not a record of {flow.Module} that is free to be linked. {HowTo}"));
        else if (verdict is DuplicateVerdict.Review { Candidates: var alike }) plan.Held.Add(new(record, Reason(flow, alike)));
        else plan.Upserts.Add(record);
    }

    private static string Reason(IMasterFlow flow, IReadOnlyList<Likeness> alike) =>
        $"{flow.Module} may have it already: {string.Join(", ", alike.Select(Shown))}. {HowTo}";

    private static string Shown(Likeness likeness) => string.Create(CultureInfo.InvariantCulture, $"{likeness.Id} ({likeness.Bits:0.0} bits)");

    /// <summary>A new record, and the record of the CRM that it is taken for, if any.</summary>
    private sealed record Judged(ChangedRecord Record, DuplicateVerdict Verdict, string? Chosen);
}
