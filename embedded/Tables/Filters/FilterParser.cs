namespace Isthmus.Embedded.Tables.Filters;

/// <summary>
/// Reads an OData filter with the operators that the table service has: <c>eq ne gt ge lt le and or not</c> and parentheses.
/// </summary>
internal sealed class FilterParser
{
    private const int MostComparisons = 15;
    private const int DeepestNesting = 100;

    private readonly FilterTokens tokens;
    private FilterToken token;
    private int comparisons;
    private int depth;

    private FilterParser(string text)
    {
        tokens = new FilterTokens(text);
        token = tokens.Next();
    }

    /// <summary>The condition that a filter states; null for no filter.</summary>
    public static Filter? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var parser = new FilterParser(text);
        var filter = parser.Or();
        return parser.token.Kind == TokenKind.End ? filter : throw parser.Unexpected();
    }

    private Filter Or()
    {
        var left = And();
        while (TakeWord("or")) left = new OrFilter(left, And());
        return left;
    }

    private Filter And()
    {
        var left = Not();
        while (TakeWord("and")) left = new AndFilter(left, Not());
        return left;
    }

    private Filter Not()
    {
        if (++depth > DeepestNesting) throw TableErrors.InvalidInput("The filter is nested too deeply.");
        var filter = TakeWord("not") ? new NotFilter(Not()) : token.Kind == TokenKind.Open ? Nested() : Compare();
        depth--;
        return filter;
    }

    private Filter Nested()
    {
        Advance();
        var inner = Or();
        if (token.Kind != TokenKind.Close) throw Unexpected();
        Advance();
        return inner;
    }

    private Comparison Compare()
    {
        if (++comparisons > MostComparisons)
            throw TableErrors.InvalidInput($"A filter has at most {MostComparisons} comparisons.");
        var left = Operand();
        var (direct, mirrored) = Relation();
        var right = Operand();
        return (left.Kind, right.Kind) switch
        {
            (TokenKind.Word, TokenKind.Literal) => new(left.Text, direct, right.Value!),
            (TokenKind.Literal, TokenKind.Word) => new(right.Text, mirrored, left.Value!),
            _ => throw TableErrors.InvalidInput("A filter compares a property with a literal."),
        };
    }

    private FilterToken Operand()
    {
        var operand = token;
        if (operand.Kind is not (TokenKind.Word or TokenKind.Literal) || operand.Text == "null") throw Unexpected();
        Advance();
        return operand.Kind == TokenKind.Word && token.Kind == TokenKind.Open
            ? throw TableErrors.NotImplemented(operand.Text) : operand;
    }

    private (Operator Direct, Operator Mirrored) Relation()
    {
        var relation = token.Kind == TokenKind.Word ? token.Text : "";
        Advance();
        return relation switch
        {
            "eq" => (Operator.Equal, Operator.Equal),
            "ne" => (Operator.NotEqual, Operator.NotEqual),
            "gt" => (Operator.Greater, Operator.Less),
            "ge" => (Operator.GreaterOrEqual, Operator.LessOrEqual),
            "lt" => (Operator.Less, Operator.Greater),
            "le" => (Operator.LessOrEqual, Operator.GreaterOrEqual),
            _ => throw TableErrors.InvalidInput("A comparison operator was expected in the filter."),
        };
    }

    private bool TakeWord(string word)
    {
        if (token.Kind != TokenKind.Word || token.Text != word) return false;
        Advance();
        return true;
    }

    private void Advance() => token = tokens.Next();

    private Azure.RequestFailedException Unexpected() => TableErrors.InvalidInput(
        token.Kind == TokenKind.End ? "The filter ends too early." : "The filter has a syntax error.");
}
