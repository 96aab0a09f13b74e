using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Which keys hold which value of one column.</summary>
internal sealed class ColumnIndex(Column column)
{
    private readonly Dictionary<object, HashSet<string>> keys = [];

    public IReadOnlyCollection<string> Keys(object value) => keys.TryGetValue(value, out var found) ? found : [];

    public void Move(string key, Row? from, Row? to)
    {
        if (from is not null && keys.TryGetValue(from[column], out var left)) left.Remove(key);
        if (to is null) return;
        if (!keys.TryGetValue(to[column], out var there)) keys[to[column]] = there = [];
        there.Add(key);
    }
}
