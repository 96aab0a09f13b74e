namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>A record: its values by field, those of the address with a dot, and its lists.</summary>
internal sealed class Record(long number)
{
    public long Number { get; } = number;

    public Dictionary<string, string> Values { get; private init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements of a list that is read with the record.</summary>
    public List<Dictionary<string, string>> List { get; private set; } = [];

    public DateTimeOffset Created { get; set; }

    /// <summary>Null where nobody has edited it since it was taken over from elsewhere.</summary>
    public DateTimeOffset? Modified { get; set; }

    public string this[string field]
    {
        get => Values.GetValueOrDefault(field, "");
        set { if (value.Length == 0) Values.Remove(field); else Values[field] = value; }
    }

    public void Put(List<Dictionary<string, string>> list) => List = list;

    public Record Copy() => new(Number)
    {
        Values = new(Values, StringComparer.OrdinalIgnoreCase), List = List, Created = Created, Modified = Modified,
    };
}
