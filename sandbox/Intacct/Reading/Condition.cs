using System.Text.RegularExpressions;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Reading;

/// <summary>One comparison of a field with values.</summary>
internal static class Condition
{
    public static Func<Record, bool> Create(Company company, FieldReader field, string operation, IReadOnlyList<string> given,
        bool ignoreCase)
    {
        var needed = operation switch { "isnull" or "isnotnull" => 0, "between" => 2, _ => 1 };
        if (given.Count < needed) throw new FunctionException("Query Failed", $"The operator {operation} needs {needed} value(s).");
        if (operation is "like" or "notlike") return Like(field, given[0], operation == "like", ignoreCase);
        var values = given.Select(value => FieldReader.Compared(field.Type, value, company.Time)
            ?? (value.Length == 0 ? null
                : throw new FunctionException("Query Failed", $"The value {value} is invalid for {field.Type.Name}."))).ToList();
        int? Compare(Record record, int at) => field.Value(record) is { } held && values[at] is { } wanted
            ? Order(held, wanted, ignoreCase) : null;
        return operation switch
        {
            "equalto" => record => Compare(record, 0) == 0,
            "notequalto" => record => Compare(record, 0) != 0,
            "lessthan" => record => Compare(record, 0) < 0,
            "lessthanorequalto" => record => Compare(record, 0) <= 0,
            "greaterthan" => record => Compare(record, 0) > 0,
            "greaterthanorequalto" => record => Compare(record, 0) >= 0,
            "between" => record => Compare(record, 0) >= 0 && Compare(record, 1) <= 0,
            "in" => Among(field, values, ignoreCase, wanted: true),
            "notin" => Among(field, values, ignoreCase, wanted: false),
            "isnull" => record => field.Value(record) is null,
            "isnotnull" => record => field.Value(record) is not null,
            _ => throw new FunctionException("Query Failed", $"The operator {operation} is not known."),
        };
    }

    public static int Order(IComparable held, IComparable wanted, bool ignoreCase) => held is string text && wanted is string other
        ? string.Compare(text, other, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) : held.CompareTo(wanted);

    private static Func<Record, bool> Among(FieldReader field, List<IComparable?> values, bool ignoreCase, bool wanted)
    {
        var texts = values.Where(value => value is not null)
            .Select(value => value!.ToString()!).ToHashSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return record => (field.Value(record) is { } held && texts.Contains(held.ToString()!)) == wanted;
    }

    private static Func<Record, bool> Like(FieldReader field, string pattern, bool wanted, bool ignoreCase)
    {
        var options = RegexOptions.Singleline | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        var regex = new Regex("^" + Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal) + "$", options,
            TimeSpan.FromSeconds(1));
        return record => regex.IsMatch(field.Text(record)) == wanted;
    }
}
