namespace Isthmus.Sandbox.ZohoCrm.Records;

/// <summary>The records of one module: by id, by indexed values, by time of change.</summary>
internal sealed class RecordTable
{
    private readonly Dictionary<long, CrmRecord> byId = [];
    private readonly List<long> ids = [];
    private readonly Dictionary<int, ValueIndex> indexes = [];
    private readonly SortedSet<(long Second, long Id)> byChange = [];

    public int Count => byId.Count;

    public bool Has(int slot) => indexes.ContainsKey(slot);

    public void IndexOn(int slot)
    {
        if (indexes.ContainsKey(slot)) return;
        var index = indexes[slot] = new ValueIndex(slot);
        foreach (var record in byId.Values) index.Add(record);
    }

    public CrmRecord? Find(long id) => byId.GetValueOrDefault(id);

    /// <summary>Records with the value of an indexed field.</summary>
    public IReadOnlyList<CrmRecord> By(int slot, string key) => indexes[slot].Find(key);

    public void Add(CrmRecord record)
    {
        byId.Add(record.Id, record);
        var place = ids.Count == 0 || ids[^1] < record.Id ? ids.Count : ~ids.BinarySearch(record.Id);
        ids.Insert(place, record.Id);
        Enter(record);
    }

    public void Remove(CrmRecord record)
    {
        byId.Remove(record.Id);
        ids.RemoveAt(ids.BinarySearch(record.Id));
        Leave(record);
    }

    /// <summary>Runs a change that may touch indexed values and the time of change.</summary>
    public void Change(CrmRecord record, Action change)
    {
        Leave(record);
        try { change(); }
        finally { Enter(record); }
    }

    /// <summary>In order of id, which is that of creation; behind the given id.</summary>
    public IEnumerable<CrmRecord> ById(bool descending, long? behind = null)
    {
        var at = behind is { } id ? Place(id, descending) : descending ? ids.Count - 1 : 0;
        for (; at >= 0 && at < ids.Count; at += descending ? -1 : 1) yield return byId[ids[at]];
    }

    /// <summary>In order of the time of change, then of id; from a second on, or behind a record.</summary>
    public IEnumerable<CrmRecord> ByChange(bool descending, (long Second, long Id)? behind = null, long? since = null)
    {
        if (byChange.Count == 0) return [];
        var low = since is { } second ? (second, 0L) : byChange.Min;
        var high = byChange.Max;
        if (behind is { } last && descending) high = last;
        if (behind is { } before && !descending && before.CompareTo(low) > 0) low = before;
        if (low.CompareTo(high) > 0) return [];
        var view = byChange.GetViewBetween(low, high);
        return (descending ? view.Reverse() : view).Where(entry => entry != behind).Select(entry => byId[entry.Id]);
    }

    public void Clear()
    {
        byId.Clear();
        ids.Clear();
        byChange.Clear();
        foreach (var index in indexes.Values) index.Clear();
    }

    private int Place(long id, bool descending)
    {
        var found = ids.BinarySearch(id);
        if (descending) return found >= 0 ? found - 1 : ~found - 1;
        return found >= 0 ? found + 1 : ~found;
    }

    private void Enter(CrmRecord record)
    {
        byChange.Add((record.Modified.ToUnixTimeSeconds(), record.Id));
        foreach (var index in indexes.Values) index.Add(record);
    }

    private void Leave(CrmRecord record)
    {
        byChange.Remove((record.Modified.ToUnixTimeSeconds(), record.Id));
        foreach (var index in indexes.Values) index.Remove(record);
    }
}
