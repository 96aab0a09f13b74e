namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>The records of one object, in the order of their numbers, with an index of natural keys.</summary>
internal sealed class Table(ObjectType type)
{
    private readonly SortedList<long, Record> records = [];
    private readonly Dictionary<string, Record> byKey = new(StringComparer.OrdinalIgnoreCase);

    public ObjectType Type => type;

    public IList<Record> All => records.Values;

    public Record? Find(long number) => records.GetValueOrDefault(number);

    public Record? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>Records with a higher number.</summary>
    public IEnumerable<Record> After(long number)
    {
        var (low, high) = (0, records.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (records.Keys[middle] <= number) low = middle + 1; else high = middle;
        }
        for (var at = low; at < records.Count; at++) yield return records.Values[at];
    }

    public void Put(Record record)
    {
        if (Find(record.Number) is { } old) byKey.Remove(KeyOf(old));
        records[record.Number] = record;
        if (KeyOf(record) is { Length: > 0 } key) byKey[key] = record;
    }

    public void Remove(Record record)
    {
        records.Remove(record.Number);
        byKey.Remove(KeyOf(record));
    }

    public void Clear()
    {
        records.Clear();
        byKey.Clear();
    }

    private string KeyOf(Record record) => type.Key.Length == 0 ? "" : record[type.Key];
}
