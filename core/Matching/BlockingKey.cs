namespace Isthmus.Core.Matching;

/// <summary>
/// What two records must share to be compared at all. Several keys together miss few duplicates and spare nearly all comparisons.
/// </summary>
/// <param name="Parts">The fields, and how many of each one's first letters count; 0 for all of them.</param>
public sealed record BlockingKey(params IReadOnlyList<(string Field, int Letters)> Parts)
{
    /// <summary>True where the parts may stand in any order, because people mix them up.</summary>
    public bool AnyOrder { get; init; }

    /// <summary>The key of a record; null where it lacks one of the parts.</summary>
    internal string? Of(MatchRecord record, MatchSchema schema)
    {
        var parts = new string[Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var value = record.Values[schema.IndexOf(Parts[i].Field)];
            if (value.Length == 0) return null;
            parts[i] = Parts[i].Letters is > 0 and var letters && value.Length > letters ? value[..letters] : value;
        }
        if (AnyOrder) Array.Sort(parts, StringComparer.Ordinal);
        return string.Join('|', parts);
    }
}
