namespace Isthmus.Sandbox.ZohoInventory.Storage;

/// <summary>Records by the values of one column, letter case ignored.</summary>
internal sealed class Index<T>(string column, Func<T, IEnumerable<string?>> values) where T : class
{
    private readonly Dictionary<string, List<T>> rows = new(StringComparer.OrdinalIgnoreCase);

    public string Column { get; } = column;

    public static Index<T> On(string column, Func<T, string?> value) => new(column, row => [value(row)]);

    public IReadOnlyList<T> Find(string value) => rows.TryGetValue(value, out var found) ? found : [];

    public void Add(T row)
    {
        foreach (var value in Keys(row))
        {
            if (!rows.TryGetValue(value, out var list)) rows[value] = list = [];
            list.Add(row);
        }
    }

    public void Remove(T row)
    {
        foreach (var value in Keys(row))
            if (rows.TryGetValue(value, out var list) && list.Remove(row) && list.Count == 0) rows.Remove(value);
    }

    public void Clear() => rows.Clear();

    private IEnumerable<string> Keys(T row) =>
        values(row).Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
