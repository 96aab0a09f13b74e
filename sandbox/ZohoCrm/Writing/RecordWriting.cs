using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>Creates and changes records: one by one, each whole or not at all.</summary>
internal sealed class RecordWriting(Org org, CrmModule module, CrmUser user)
{
    /// <returns>The new record; null when the draft has problems, which it then names.</returns>
    public CrmRecord? Insert(Draft draft)
    {
        foreach (var field in module.Fields)
            if (field.IsMandatory && (!draft.Values.TryGetValue(field, out var value) || IsEmpty(value)))
                NeedField(draft, field);
        if (!Prepare(draft, null, out var values)) return null;
        var record = new CrmRecord(org.NextId()) { Created = org.Now, CreatedBy = user.Id, Owner = user.Id };
        Apply(record, values, stageChanged: !values.Keys.Any(field => field.ApiName == "Probability"));
        module.Records.Add(record);
        org.Happenings.Add(new Happening(module, record, Operation.Insert, []));
        return record;
    }

    /// <returns>False when the draft has problems.</returns>
    public bool Update(Draft draft, CrmRecord record)
    {
        foreach (var (field, value) in draft.Values)
            if (field.IsMandatory && IsEmpty(value)) NeedField(draft, field);
        if (!Prepare(draft, record, out var values)) return false;
        var changed = values.Where(pair => !Equals(pair.Value, record[pair.Key])).Select(pair => pair.Key.ApiName).ToList();
        module.Records.Change(record, () => Apply(record, values, changed.Contains("Stage") && !changed.Contains("Probability")));
        org.Happenings.Add(new Happening(module, record, Operation.Update, changed));
        return true;
    }

    private bool Prepare(Draft draft, CrmRecord? stored, out Dictionary<CrmField, object?> values)
    {
        DealRules.Check(org, module, draft, stored);
        if (draft.Problems.Count == 0) UniqueCheck.Run(org, module, draft, stored);
        values = [];
        if (draft.Problems.Count > 0) return false;
        foreach (var (field, value) in draft.Values)
            values[field] = value is List<DraftRow> rows
                ? RowMerge.Merge(org, field, stored?[field] as IReadOnlyList<CrmRow> ?? [], rows, draft.Problems) : value;
        return draft.Problems.Count == 0;
    }

    private void Apply(CrmRecord record, Dictionary<CrmField, object?> values, bool stageChanged)
    {
        foreach (var (field, value) in values)
            if (field.ApiName == "Owner") record.Owner = value as long? ?? record.Owner;
            else record[field] = value;
        record.Modified = org.Now;
        record.ModifiedBy = user.Id;
        record.IndexedAt = org.Now.AddSeconds(org.Settings.SearchLagSeconds);
        DealRules.Compute(org, module, record, stageChanged);
        DocumentTotals.Compute(org, module, record);
    }

    private static bool IsEmpty(object? value) => value is null or List<DraftRow> { Count: 0 };

    /// <summary>Unless what was sent for the field is wrong already.</summary>
    private static void NeedField(Draft draft, CrmField field)
    {
        if (!draft.Problems.Exists(problem => (string?)problem.Details["api_name"] == field.ApiName))
            draft.Problems.Add(Problem.Missing(field.ApiName, draft.PathOf(field.ApiName)));
    }
}
