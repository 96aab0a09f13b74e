namespace Isthmus.Embedded.Tables.Filters;

/// <summary>
/// The part of a table that a filter can accept anything in, by its keys. Both ends belong to it; it may be wider than the
/// filter, never narrower. It keeps a query from reading what it cannot return.
/// </summary>
/// <param name="Partition">The only partition, where the filter names one.</param>
/// <param name="FromPartition">The least partition.</param>
/// <param name="ToPartition">The greatest partition; null for no end.</param>
/// <param name="FromRow">The least row, where there is one partition.</param>
/// <param name="ToRow">The greatest row, where there is one partition; null for no end.</param>
internal sealed record KeyRange(string? Partition, string FromPartition, string? ToPartition, string FromRow, string? ToRow)
{
    public static KeyRange Of(Filter? filter)
    {
        var terms = Terms(filter).ToList();
        var partition = terms.FirstOrDefault(t => t is { Property: "PartitionKey", Operator: Operator.Equal })?.Literal as string;
        var (fromPartition, toPartition) = Bounds(terms, "PartitionKey");
        var (fromRow, toRow) = Bounds(terms, "RowKey");
        return new(partition, fromPartition, toPartition, fromRow, toRow);
    }

    private static IEnumerable<Comparison> Terms(Filter? filter) => filter switch
    {
        AndFilter and => Terms(and.Left).Concat(Terms(and.Right)),
        Comparison { Literal: string } comparison => [comparison],
        _ => [],
    };

    private static (string From, string? To) Bounds(List<Comparison> terms, string key)
    {
        var from = "";
        string? to = null;
        foreach (var term in terms.Where(t => t.Property == key))
        {
            var bound = (string)term.Literal;
            if (term.Operator is Operator.Equal or Operator.Greater or Operator.GreaterOrEqual
                && KeyOrder.Compare(bound, from) > 0) from = bound;
            if (term.Operator is Operator.Equal or Operator.Less or Operator.LessOrEqual
                && (to is null || KeyOrder.Compare(bound, to) < 0)) to = bound;
        }
        return (from, to);
    }
}
