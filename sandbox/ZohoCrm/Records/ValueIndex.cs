namespace Isthmus.Sandbox.ZohoCrm.Records;

/// <summary>Records by one value, letter case ignored. Most values have one record: a list is made only for more.</summary>
internal sealed class ValueIndex(int slot)
{
    private readonly Dictionary<string, object> records = new(StringComparer.OrdinalIgnoreCase);

    public static string? Key(object? value) => value switch
    {
        string { Length: > 0 } text => text,
        long id => id.ToString(),
        _ => null,
    };

    public IReadOnlyList<CrmRecord> Find(string key) => records.TryGetValue(key, out var found)
        ? found as List<CrmRecord> ?? (IReadOnlyList<CrmRecord>)[(CrmRecord)found] : [];

    public void Add(CrmRecord record)
    {
        if (Key(record.At(slot)) is not { } key) return;
        if (!records.TryGetValue(key, out var found)) records[key] = record;
        else if (found is List<CrmRecord> list) list.Add(record);
        else records[key] = new List<CrmRecord> { (CrmRecord)found, record };
    }

    public void Remove(CrmRecord record)
    {
        if (Key(record.At(slot)) is not { } key || !records.TryGetValue(key, out var found)) return;
        if (found is List<CrmRecord> list) list.Remove(record);
        if (found is not List<CrmRecord> { Count: > 0 }) records.Remove(key);
    }

    public void Clear() => records.Clear();
}
