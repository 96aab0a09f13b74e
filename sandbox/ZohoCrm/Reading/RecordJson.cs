using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>Records as the API shows them.</summary>
internal sealed class RecordJson(Org org)
{
    /// <summary>All of it, line items too.</summary>
    public JsonObject Whole(CrmModule module, CrmRecord record)
    {
        var shown = new JsonObject { ["id"] = record.Id.ToString() };
        foreach (var field in module.Fields)
            if (org.Has(field)) shown[field.ApiName] = Value(module, record, field);
        shown["$has_more"] = new JsonObject(module.Fields.Where(field => field.Type == FieldType.Subform)
            .Select(field => KeyValuePair.Create(field.ApiName, (JsonNode?)false)));
        shown["$approval_state"] = "approved";
        shown["$editable"] = true;
        return shown;
    }

    /// <summary>The id and the named fields; what only the whole record has is left out.</summary>
    public JsonObject Some(CrmModule module, CrmRecord record, IEnumerable<CrmField> fields)
    {
        var shown = new JsonObject();
        foreach (var field in fields)
            if (!field.Type.IsOfTheWholeRecord()) shown[field.ApiName] = Value(module, record, field);
        shown["id"] = record.Id.ToString();
        return shown;
    }

    public JsonNode? Value(CrmModule module, CrmRecord record, CrmField field) => field.ApiName switch
    {
        "Owner" => CrmUser.Find(record.Owner)?.Owner(),
        "Created_By" => CrmUser.Find(record.CreatedBy)?.Reference(),
        "Modified_By" => CrmUser.Find(record.ModifiedBy)?.Reference(),
        "Created_Time" => org.Show(record.Created),
        "Modified_Time" or "Last_Activity_Time" => org.Show(record.Modified),
        "Record_Status__s" => "Available",
        "Locked__s" => false,
        _ => Value(field, record[field], record),
    };

    /// <summary>A link with the name of what it points to; null when that is gone.</summary>
    public JsonObject? Link(CrmField field, long id)
    {
        if (org.Find(field.Target!) is not { } target || target.Records.Find(id) is not { } linked) return null;
        var shown = new JsonObject { ["name"] = target.NameOf(linked), ["id"] = id.ToString() };
        if (target.ApiName == "Products" && org.Find(field.Module)!.IsSubform)
            shown["Product_Code"] = linked.Text(target.Field("Product_Code"));
        return shown;
    }

    private JsonNode? Value(CrmField field, object? value, CrmRecord parent) => value switch
    {
        null => field.Type is FieldType.Tags or FieldType.LineTax or FieldType.MultiSelect or FieldType.Subform ? new JsonArray()
            : field.Type == FieldType.Boolean ? false : null,
        string text => text,
        decimal number => Plain(number),
        bool flag => flag,
        long id => field.Type == FieldType.OwnerLookup ? CrmUser.Find(id)?.Owner() : Link(field, id),
        DateTimeOffset time => org.Show(time),
        string[] names when field.Type == FieldType.Tags =>
            new JsonArray([.. names.Select(name => (JsonNode)new JsonObject { ["name"] = name })]),
        string[] choices => new JsonArray([.. choices.Select(choice => (JsonNode)choice)]),
        IReadOnlyList<LineTax> taxes => new JsonArray([.. taxes.Select(tax => (JsonNode)Tax(tax))]),
        IReadOnlyList<CrmRow> rows =>
            new JsonArray([.. rows.Select((row, index) => (JsonNode)Row(field, row, index + 1, parent))]),
        _ => throw new InvalidOperationException($"{field.ApiName} holds a {value.GetType().Name}."),
    };

    private JsonObject Row(CrmField subform, CrmRow row, int number, CrmRecord parent)
    {
        var module = org.Find(subform.Target!)!;
        var shown = new JsonObject
        {
            ["id"] = row.Id.ToString(),
            ["Parent_Id"] = new JsonObject { ["name"] = org.Find(subform.Module)!.NameOf(parent), ["id"] = parent.Id.ToString() },
            ["Sequence_Number"] = number,
        };
        foreach (var field in module.Fields)
            if (!shown.ContainsKey(field.ApiName))
                shown[field.ApiName] = Value(field, row.Values.GetValueOrDefault(field.ApiName), parent);
        return shown;
    }

    private static JsonObject Tax(LineTax tax) => new()
    {
        ["name"] = tax.Name,
        ["percentage"] = Plain(tax.Percentage),
        ["value"] = Plain(tax.Value),
        ["id"] = MetaId.Of("tax", tax.Name).ToString(),
    };

    /// <summary>Without zeros at the end.</summary>
    private static JsonValue Plain(decimal number) => JsonValue.Create(number / 1.0000000000000000000000000000m);
}
