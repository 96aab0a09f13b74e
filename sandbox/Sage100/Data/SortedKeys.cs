namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Reading sorted keys from anywhere in them.</summary>
internal static class SortedKeys
{
    /// <summary>Keys greater than the given one; finding the first costs the same wherever it lies.</summary>
    public static IEnumerable<string> Behind(this SortedSet<string> keys, string? after)
    {
        if (after is null) return keys;
        if (keys.Count == 0 || string.CompareOrdinal(after, keys.Max) >= 0) return [];
        return keys.GetViewBetween(after, keys.Max).SkipWhile(key => key == after);
    }
}
