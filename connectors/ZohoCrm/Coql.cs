using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>Writes COQL. Source: Zoho CRM API v8, Get Records through COQL Query.</summary>
public static class Coql
{
    /// <summary>The most values that one <c>in</c> takes.</summary>
    public const int MostValues = 50;

    private const int MostFields = 50;

    /// <summary>A value as COQL's text: in quotes, quotes and backslashes in it doubled.</summary>
    public static string Text(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A moment as COQL's text.</summary>
    public static string Time(DateTimeOffset at) => $"'{CrmTime.Write(at)}'";

    /// <summary>A list of up to <see cref="MostValues"/> values: <c>('a','b')</c>.</summary>
    public static string List(IEnumerable<string> values) => $"({string.Join(',', values.Select(Text))})";

    /// <summary>One page of a query.</summary>
    internal static string Page(CrmQuery query, int offset, int size)
    {
        foreach (var name in query.Fields.Append(query.Module)) RequireName(name);
        if (query.Fields.Count is 0 or > MostFields)
            throw new FailureException(Wrong($"A query names 1 to {MostFields} fields, not {query.Fields.Count}."));
        return $"select {string.Join(", ", query.Fields)} from {query.Module} where {query.Where ?? "id is not null"} "
            + $"order by {query.OrderBy ?? "id asc"} limit {size} offset {offset}";
    }

    /// <summary>An API name, or a path of them; nothing else, so that no value of a record becomes part of a query.</summary>
    internal static string RequireName(string name) =>
        name.Length is > 0 and <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '$')
            ? name : throw new FailureException(Wrong("A module or field is not an API name."));

    private static Failure Wrong(string message) => new(
        FailureClass.Bug, ZohoCrmOptions.Id, "query records", "wrong-query", message,
        "Report it: the call itself is wrong, not the record.");
}
