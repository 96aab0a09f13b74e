using System.Text.Json;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>Reads the items of a write against the fields of their module.</summary>
internal sealed class DraftReading(Org org, CrmModule module)
{
    public Draft Read(JsonElement item, int index)
    {
        var draft = new Draft(index);
        if (item.ValueKind != JsonValueKind.Object)
        {
            draft.Problems.Add(Problem.Type("data", draft.Path, "jsonobject"));
            return draft;
        }
        var values = new ValueReading(org, draft.Problems);
        foreach (var member in item.EnumerateObject()) Take(draft, values, member);
        return draft;
    }

    private void Take(Draft draft, ValueReading values, JsonProperty member)
    {
        var path = draft.PathOf(member.Name);
        if (member.Name == "id") draft.Id = Id(draft, member.Value, path);
        else if (member.Name == "Layout") CheckLayout(draft, member.Value, path);
        else if (module.Find(member.Name) is not { } field || !org.Has(field)) TakeUnknown(draft, member.Name, path);
        else if (field.Type == FieldType.Subform) draft.Values[field] = Rows(draft, values, field, member.Value, path);
        else if (!field.IsReadOnly) draft.Values[field] = values.Read(field, member.Value, path);
    }

    /// <summary>Names that begin with $ are the system's own.</summary>
    private void TakeUnknown(Draft draft, string name, string path)
    {
        if (!name.StartsWith('$') && org.Settings.UnknownFields == "refuse") draft.Problems.Add(Problem.UnknownField(name, path));
    }

    private static long? Id(Draft draft, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (CrmCall.TryId(value.ToString(), out var id)) return id;
        draft.Problems.Add(Problem.UnknownId("id", path));
        return null;
    }

    private void CheckLayout(Draft draft, JsonElement value, string path)
    {
        var given = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("id", out var id) ? id.ToString() : null;
        if (given != module.LayoutId.ToString()) draft.Problems.Add(Problem.UnknownId("Layout", path));
    }

    private List<DraftRow>? Rows(Draft draft, ValueReading values, CrmField field, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            draft.Problems.Add(Problem.Type(field.ApiName, path, "jsonarray"));
            return null;
        }
        var rows = new List<DraftRow>();
        foreach (var row in value.EnumerateArray())
            if (Row(draft, values, org.Find(field.Target!)!, row, $"{path}[{rows.Count}]") is { } read) rows.Add(read);
            else break;
        return rows;
    }

    private DraftRow? Row(Draft draft, ValueReading values, CrmModule rows, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            draft.Problems.Add(Problem.Type(rows.ApiName, path, "jsonobject"));
            return null;
        }
        var row = new DraftRow(value.TryGetProperty("id", out var id) ? Id(draft, id, path + ".id") : null,
            value.TryGetProperty("_delete", out _), [], path);
        foreach (var member in value.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            if (member.Name is "id" or "_delete") continue;
            if (rows.Find(member.Name) is not { } field) TakeUnknown(draft, member.Name, at);
            else if (!field.IsReadOnly) row.Values[field.ApiName] = values.Read(field, member.Value, at);
        }
        if (row is { Id: null, Delete: false }) NeedFields(draft, rows, row);
        return row;
    }

    private static void NeedFields(Draft draft, CrmModule rows, DraftRow row)
    {
        foreach (var field in rows.Fields)
            if (field.IsMandatory && !row.Values.ContainsKey(field.ApiName))
                draft.Problems.Add(Problem.Missing(field.ApiName, $"{row.Path}.{field.ApiName}"));
    }
}
