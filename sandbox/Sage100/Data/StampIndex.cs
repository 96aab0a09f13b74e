namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Keys by the newer of their stamps, for "what changed since".</summary>
internal sealed class StampIndex
{
    private readonly SortedSet<(string Stamp, string Key)> stamps = new(Comparer<(string Stamp, string Key)>.Create((a, b) =>
        string.CompareOrdinal(a.Stamp, b.Stamp) is var order and not 0 ? order : string.CompareOrdinal(a.Key, b.Key)));

    public void Move(string key, Row? from, Row? to)
    {
        if (from is not null) stamps.Remove((Of(from), key));
        if (to is not null) stamps.Add((Of(to), key));
    }

    public void Clear() => stamps.Clear();

    /// <summary>The keys at or after a stamp, in key order; null where they are more than a search should sort.</summary>
    public List<string>? Since(string stamp, int most)
    {
        var found = stamps.Reverse().TakeWhile(entry => string.CompareOrdinal(entry.Stamp, stamp) >= 0)
            .Take(most + 1).Select(entry => entry.Key).ToList();
        if (found.Count > most) return null;
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>A date and decimal hours as one text that sorts by time.</summary>
    public static string Stamp(string date, string hours) => date.Length == 0 ? "" : date + hours.PadLeft(8, '0');

    public static string Of(Row row)
    {
        var created = Stamp(row.Text("DateCreated"), row.Text("TimeCreated"));
        var updated = Stamp(row.Text("DateUpdated"), row.Text("TimeUpdated"));
        return string.CompareOrdinal(created, updated) > 0 ? created : updated;
    }
}
