namespace Isthmus.Connectors.Sage300;

/// <summary>Writes conditions. Property names are our own, values are quoted.</summary>
public static class Sage300Filter
{
    /// <summary>A text or an enumeration's member that must be equal.</summary>
    public static string Is(string property, string value) => $"{property} eq {Quoted(value)}";

    /// <summary>A date that must be that day or later; the days are the company's own, without a zone.</summary>
    public static string Since(string property, DateOnly day, Sage300Dialect dialect) => dialect == Sage300Dialect.V3
        ? $"{property} ge datetime'{day:yyyy-MM-dd}T00:00:00'"
        : $"{property} ge {day:yyyy-MM-dd}T00:00:00Z";

    /// <summary>All of them.</summary>
    public static string And(params IEnumerable<string?> conditions) => string.Join(" and ", conditions.Where(each => each is not null));

    /// <summary>One of them or more. Not to be joined with others: that a server reads brackets is said nowhere.</summary>
    public static string Or(params IEnumerable<string> conditions) => string.Join(" or ", conditions);

    internal static string Quoted(string value) => $"'{value.Replace("'", "''")}'";
}
