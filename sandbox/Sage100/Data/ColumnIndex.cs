using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Which keys hold which value of one column, in key order.</summary>
internal sealed class ColumnIndex(Column column)
{
    private readonly Dictionary<object, SortedSet<string>> keys = [];

    public IEnumerable<string> Keys(object value, string? after) => keys.TryGetValue(value,
        out var found) ? found.Behind(after) : [];

    public void Move(string key, Row? from, Row? to)
    {
        if (from is not null && to is not null && from[column].Equals(to[column])) return;
        if (from is not null && keys.TryGetValue(from[column], out var left))
        {
            left.Remove(key);
            if (left.Count == 0) keys.Remove(from[column]);
        }
        if (to is null) return;
        if (!keys.TryGetValue(to[column], out var there)) keys[to[column]] = there = new(StringComparer.Ordinal);
        there.Add(key);
    }
}
