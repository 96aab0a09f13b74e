namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>An object: its fields, its natural key, and the contacts that its records point to.</summary>
internal sealed class ObjectType
{
    private const string System =
        "RECORDNO:int~ WHENCREATED:time~ WHENMODIFIED:time~ CREATEDBY~ MODIFIEDBY~ MEGAENTITYKEY~ MEGAENTITYID MEGAENTITYNAME~";

    private readonly Dictionary<string, FieldType> fields;

    public ObjectType(string name, string key, string fields, params string[] contacts)
    {
        (Name, Key, Contacts) = (name, key, contacts);
        this.fields = $"{fields} {System}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FieldType.Parse)
            .ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }

    /// <summary>The field that people know a record by; empty for objects that have none.</summary>
    public string Key { get; }

    /// <summary>Fields that hold a contact's name and open its fields behind a dot: DISPLAYCONTACT.</summary>
    public IReadOnlyList<string> Contacts { get; }

    /// <summary>Lists that are read with the record and not queried.</summary>
    public string? List { get; init; }

    /// <summary>Whether it can be written through the API.</summary>
    public bool Writable { get; init; } = true;

    /// <summary>Intacct is not consistent in the case of what it calls its lists.</summary>
    public bool LowerCaseLists { get; init; }

    /// <summary>The letter behind the record's name in the name of its own contact.</summary>
    public char Letter => Name[0];

    public IEnumerable<FieldType> Fields => fields.Values;

    public FieldType? Find(string name) => fields.GetValueOrDefault(name);

    /// <summary>Fields that the company added.</summary>
    public List<FieldType> Custom { get; } = [];

    public void Add(FieldType field)
    {
        fields[field.Name] = field;
        Custom.Add(field);
    }
}
