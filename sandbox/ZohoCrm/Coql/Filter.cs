using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>One test of a query with its column looked up and its values read as the column's type.</summary>
internal sealed class Filter
{
    private readonly object[] values;

    public Filter(Column column, string op, IReadOnlyList<CoqlToken> given)
    {
        (Column, Operator) = (column, op);
        values = [.. given.Select(Read)];
    }

    public Column Column { get; }

    public string Operator { get; }

    /// <summary>As index keys: only for "=" and "in" on texts and ids.</summary>
    public IEnumerable<string> Keys => values.OfType<string>();

    /// <summary>The earliest time that it lets through; null when it has no such bound.</summary>
    public DateTimeOffset? From => Operator is ">" or ">=" or "=" or "between" && values[0] is DateTimeOffset time ? time : null;

    public bool Holds(CrmRecord record)
    {
        var value = Column.Value(record);
        return Operator switch
        {
            "is null" => value is null,
            "is not null" => value is not null,
            _ when value is null => false,
            "=" => Compare(value, 0) == 0,
            "!=" => Compare(value, 0) != 0,
            "<" => Compare(value, 0) < 0,
            "<=" => Compare(value, 0) <= 0,
            ">" => Compare(value, 0) > 0,
            ">=" => Compare(value, 0) >= 0,
            "between" => Compare(value, 0) >= 0 && Compare(value, 1) <= 0,
            "not between" => Compare(value, 0) < 0 || Compare(value, 1) > 0,
            "in" => IsOneOf(value),
            "not in" => !IsOneOf(value),
            "like" => Like(value),
            _ => !Like(value),
        };
    }

    private bool IsOneOf(object value)
    {
        for (var i = 0; i < values.Length; i++)
            if (Compare(value, i) == 0) return true;
        return false;
    }

    private int Compare(object value, int index) => (value, values[index]) switch
    {
        (decimal left, decimal right) => left.CompareTo(right),
        (bool left, bool right) => left.CompareTo(right),
        (DateTimeOffset left, DateTimeOffset right) => left.CompareTo(right),
        (string[] left, string right) => left.Contains(right, StringComparer.OrdinalIgnoreCase) ? 0 : 1,
        (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        _ => -1,
    };

    /// <summary>% at an end stands for anything; inside it is a letter like others.</summary>
    private bool Like(object value)
    {
        if (value is not string text || values[0] is not string pattern) return false;
        var core = pattern.Trim('%');
        return (pattern.StartsWith('%'), pattern.EndsWith('%')) switch
        {
            (true, true) => text.Contains(core, StringComparison.OrdinalIgnoreCase),
            (true, false) => text.EndsWith(core, StringComparison.OrdinalIgnoreCase),
            (false, true) => text.StartsWith(core, StringComparison.OrdinalIgnoreCase),
            _ => text.Equals(core, StringComparison.OrdinalIgnoreCase),
        };
    }

    private object Read(CoqlToken token)
    {
        var type = Column.Field?.Type ?? FieldType.Text;
        object? read = type switch
        {
            _ when type.IsNumber() => decimal.TryParse(token.Text, CultureInfo.InvariantCulture, out var number) ? number : null,
            FieldType.Boolean => bool.TryParse(token.Text, out var flag) ? flag : null,
            FieldType.DateTime => CrmTime.TryRead(token.Text, out var time) ? time : null,
            FieldType.Date => Writing.Patterns.IsDate(token.Text) ? token.Text : null,
            _ => token.Text,
        };
        return read ?? throw new CrmRefusal(400, "INVALID_QUERY", "value given seems to be invalid for the column",
            new JsonObject { ["column_name"] = Column.Path, ["clause"] = "where" });
    }
}
