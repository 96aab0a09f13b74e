namespace Isthmus.Core.Mapping.Documents;

/// <summary>Names the nearest known word, since most unknown members are typing mistakes.</summary>
internal static class Spelling
{
    public static string Cure(string word, IReadOnlyCollection<string> known)
    {
        var nearest = known.OrderBy(candidate => Distance(word, candidate)).FirstOrDefault();
        var listed = string.Join(", ", known.Order(StringComparer.Ordinal));
        return nearest is not null && Distance(word, nearest) <= 2
            ? $"Did you mean '{nearest}'? Known here: {listed}."
            : $"Known here: {listed}.";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
