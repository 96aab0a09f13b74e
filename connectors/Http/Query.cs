using System.Text;

namespace Isthmus.Connectors.Http;

/// <summary>Builds a path with a query, or a form; every value is escaped.</summary>
internal static class Query
{
    public static string Path(string path, params IEnumerable<(string Name, string? Value)> pairs)
    {
        var query = Pairs(pairs);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public static ReadOnlyMemory<byte> Form(IEnumerable<(string Name, string? Value)> pairs) =>
        Encoding.UTF8.GetBytes(Pairs(pairs));

    /// <summary>One segment of a path.</summary>
    public static string Segment(string id) => Uri.EscapeDataString(id);

    private static string Pairs(IEnumerable<(string Name, string? Value)> pairs) => string.Join('&', pairs
        .Where(pair => pair.Value is not null)
        .Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value!)}"));
}
