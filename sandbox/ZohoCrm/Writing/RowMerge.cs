using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>
/// Puts rows that were sent to those that are there: with an id they change one or, with _delete, take it away; without one
/// they are appended, however often they are sent. No rows at all empties the subform (vendor notes, section 7.6).
/// </summary>
internal static class RowMerge
{
    public static List<CrmRow> Merge(Org org, CrmField field, IReadOnlyList<CrmRow> stored, IReadOnlyList<DraftRow> sent,
        List<Problem> problems)
    {
        if (sent.Count == 0) return [];
        var merged = stored.ToList();
        foreach (var row in sent)
        {
            var at = row.Id is { } id ? merged.FindIndex(existing => existing.Id == id) : -1;
            if (row.Id is not null && at < 0) problems.Add(Problem.UnknownId("id", row.Path + ".id"));
            else if (row.Delete && at >= 0) merged.RemoveAt(at);
            else if (at >= 0) merged[at] = new CrmRow(merged[at].Id, Over(merged[at].Values, row.Values));
            else if (!row.Delete) merged.Add(new CrmRow(org.NextId(), row.Values));
        }
        if (merged.Count > org.Settings.MostRows)
            problems.Add(Problem.TooLong(field.ApiName, sent[0].Path[..sent[0].Path.LastIndexOf('[')], org.Settings.MostRows));
        return merged;
    }

    private static Dictionary<string, object?> Over(IReadOnlyDictionary<string, object?> before, Dictionary<string, object?> sent)
    {
        var values = new Dictionary<string, object?>(before);
        foreach (var (name, value) in sent) values[name] = value;
        return values;
    }
}
