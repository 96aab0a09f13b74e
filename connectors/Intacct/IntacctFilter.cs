namespace Isthmus.Connectors.Intacct;

/// <summary>Which records a query wants. Values are as Intacct writes them; moments come from <see cref="IntacctClock"/>.</summary>
public sealed class IntacctFilter
{
    private IntacctFilter(string operation, string? field, IReadOnlyList<string> values, IReadOnlyList<IntacctFilter> parts) =>
        (Operator, Field, Values, Parts) = (operation, field, values, parts);

    internal string Operator { get; }

    internal string? Field { get; }

    internal IReadOnlyList<string> Values { get; }

    internal IReadOnlyList<IntacctFilter> Parts { get; }

    /// <summary>The field has the value.</summary>
    public static IntacctFilter Equal(string field, string value) => Of("equalto", field, value);

    /// <summary>The field has the value or more.</summary>
    public static IntacctFilter AtLeast(string field, string value) => Of("greaterthanorequalto", field, value);

    /// <summary>The field has more than the value.</summary>
    public static IntacctFilter Above(string field, string value) => Of("greaterthan", field, value);

    /// <summary>The field has less than the value.</summary>
    public static IntacctFilter Below(string field, string value) => Of("lessthan", field, value);

    /// <summary>The field has one of the values; at least one.</summary>
    public static IntacctFilter In(string field, IReadOnlyList<string> values) => new("in", field, values, []);

    /// <summary>The field has no value.</summary>
    public static IntacctFilter IsNull(string field) => new("isnull", field, [], []);

    /// <summary>All hold; of one, that one.</summary>
    public static IntacctFilter All(IReadOnlyList<IntacctFilter> parts) => parts.Count == 1 ? parts[0] : new("and", null, [], parts);

    /// <summary>Any holds; of one, that one.</summary>
    public static IntacctFilter Any(IReadOnlyList<IntacctFilter> parts) => parts.Count == 1 ? parts[0] : new("or", null, [], parts);

    private static IntacctFilter Of(string operation, string field, string value) => new(operation, field, [value], []);
}
