namespace Isthmus.Embedded.Tables.Filters;

/// <summary>The comparisons of OData.</summary>
internal enum Operator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>
/// A property against a literal. No entity that lacks the property, or has it with another type, is accepted, not even by "ne".
/// </summary>
internal sealed record Comparison(string Property, Operator Operator, object Literal) : Filter
{
    public override bool Accepts(Func<string, object?> find)
    {
        if (find(Property) is not { } value || value.GetType() != Literal.GetType()) return false;
        var order = Compare(value, Literal);
        return Operator switch
        {
            Operator.Equal => order == 0,
            Operator.NotEqual => order != 0,
            Operator.Greater => order > 0,
            Operator.GreaterOrEqual => order >= 0,
            Operator.Less => order < 0,
            _ => order <= 0,
        };
    }

    private static int Compare(object left, object right) => left switch
    {
        string text => KeyOrder.Compare(text, (string)right),
        byte[] bytes => bytes.AsSpan().SequenceCompareTo((byte[])right),
        _ => Comparer<object>.Default.Compare(left, right),
    };
}
