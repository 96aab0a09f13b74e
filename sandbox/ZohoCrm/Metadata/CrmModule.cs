using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>A module: its fields and its records.</summary>
internal sealed class CrmModule
{
    private readonly List<CrmField> fields = [];
    private readonly Dictionary<string, CrmField> byName = [];
    private int slots;

    public required string ApiName { get; init; }

    public required string Singular { get; init; }

    public required string Plural { get; init; }

    /// <summary>The field with a record's name; the system looks for duplicates by <see cref="DuplicateField"/>.</summary>
    public required string DisplayField { get; init; }

    /// <summary>The system's own field of the duplicate check, where it is not the name.</summary>
    public string? SystemDuplicateField { get; init; }

    /// <summary>"default", "custom" or "subform".</summary>
    public string GeneratedType { get; init; } = "default";

    /// <summary>The smallest edition that has it.</summary>
    public Tier Minimum { get; init; } = Tier.Free;

    public RecordTable Records { get; } = new();

    public IReadOnlyList<CrmField> Fields => fields;

    public bool IsSubform => GeneratedType == "subform";

    public string DuplicateField => SystemDuplicateField ?? DisplayField;

    public long Id => MetaId.Of("module", ApiName);

    public long LayoutId => MetaId.Of("layout", ApiName);

    /// <summary>As scopes say it: lower case without underscores, one word for all custom modules.</summary>
    public string ScopeName => GeneratedType == "custom" ? "custom" : ApiName.Replace("_", "").ToLowerInvariant();

    public CrmField? Find(string name) => byName.GetValueOrDefault(name);

    public CrmField Field(string name) => byName[name];

    public string NameOf(CrmRecord record) => record.Text(Find(DisplayField)) ?? "";

    public int NextSlot() => slots++;

    public void Add(CrmField field)
    {
        if (byName.Remove(field.ApiName, out var old)) fields.Remove(old);
        fields.Add(field);
        byName[field.ApiName] = field;
        if (field.IsUnique || field.External is not null || field.Type is FieldType.Lookup or FieldType.Email
            || field.ApiName == DuplicateField || field.ApiName == DisplayField) Records.IndexOn(field.Slot);
    }

    public void Remove(CrmField field)
    {
        fields.Remove(field);
        byName.Remove(field.ApiName);
    }
}
