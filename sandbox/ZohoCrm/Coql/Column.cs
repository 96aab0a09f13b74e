using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Reading;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>A column of a query: a field of the record, or by a dotted path one of a record it links to.</summary>
internal sealed class Column
{
    private readonly Org org;
    private readonly List<CrmField> links = [];
    private readonly CrmModule last;
    private readonly string? special;

    public Column(Org org, CrmModule module, string path, string clause)
    {
        (this.org, Path, last) = (org, path, module);
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (last.Find(name) is not { Type: FieldType.Lookup } link || links.Count == 2) throw Unknown(path, clause);
            links.Add(link);
            last = org.Find(link.Target!)!;
        }
        Field = last.Find(names[^1]);
        special = names[^1] == "id" ? "id" : null;
        if (special is null && (Field is null || !org.Has(Field) || Field.Type.IsOfTheWholeRecord())) throw Unknown(path, clause);
    }

    public string Path { get; }

    /// <summary>The last field; null for the id.</summary>
    public CrmField? Field { get; }

    /// <summary>Whether it is a value of the record itself.</summary>
    public bool IsOwn => links.Count == 0;

    public bool IsId => special is not null;

    /// <summary>What comparisons go by: text, decimal, bool, time, or an id as text.</summary>
    public object? Value(CrmRecord record) => Follow(record) is not { } target ? null
        : IsId ? target.Id.ToString() : Field!.ApiName switch
        {
            "Owner" => target.Owner.ToString(),
            "Created_By" => target.CreatedBy.ToString(),
            "Modified_By" => target.ModifiedBy.ToString(),
            "Created_Time" => target.Created,
            "Modified_Time" or "Last_Activity_Time" => target.Modified,
            "Record_Status__s" => "Available",
            _ => target[Field] is long id ? id.ToString() : target[Field] ?? (Field.Type == FieldType.Boolean ? false : null),
        };

    public JsonNode? Show(CrmRecord record, RecordJson json) => Follow(record) is not { } target ? null
        : IsId ? target.Id.ToString() : json.Value(last, target, Field!);

    private CrmRecord? Follow(CrmRecord record)
    {
        var current = record;
        foreach (var link in links)
        {
            if (current[link] is not long id || org.Find(link.Target!)!.Records.Find(id) is not { } next) return null;
            current = next;
        }
        return current;
    }

    private static CrmRefusal Unknown(string path, string clause) => new(400, "INVALID_QUERY", "column given seems to be invalid",
        new JsonObject { ["column_name"] = path, ["clause"] = clause });
}
