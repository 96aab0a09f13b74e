using System.Globalization;
using System.Text;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>
/// A query's conditions as ProvideX reads them. Values go as hexadecimal texts, so that no value can be taken for a condition.
/// </summary>
internal static class RowFilter
{
    // What Sage's files hold; .NET knows it by this provider only.
    private static readonly Encoding Windows =
        CodePagesEncodingProvider.Instance.GetEncoding(
            1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    public static string Of(ObjectDictionary described, RowQuery query)
    {
        var conditions = query.EqualTo.Select(each => Equal(described.Find(each.Key)!, each.Value)).ToList();
        // To the day, in the filter; to the moment, when the rows are read: times are texts of no fixed width.
        if (query.Since is { Date: { Length: > 0 } day })
            conditions.Add($"(DateUpdated$>={Literal(day)} OR DateCreated$>={Literal(day)})");
        return string.Join(" AND ", conditions);
    }

    private static string Equal(ColumnFacts column, object value) => (column.Kind == ColumnKind.Number, value) switch
    {
        (true, decimal number) => $"{column.BoiName}={number.ToString(CultureInfo.InvariantCulture)}",
        (false, string text) => $"{column.BoiName}={Literal(text)}",
        _ => throw AgentException.BadRequest($"{column.Name} is compared with a value of another type.")
    };

    private static string Literal(string text)
    {
        try { return $"${Convert.ToHexString(Windows.GetBytes(text))}$"; }
        catch (EncoderFallbackException)
        {
            throw AgentException.BadRequest("A value to compare with has characters that Sage cannot hold.");
        }
    }
}
