namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>Goes through the pieces of a query; what is not there as asked for is a syntax error.</summary>
internal sealed class CoqlCursor(string query)
{
    private readonly List<CoqlToken> tokens = CoqlLexer.Read(query);
    private int at;

    public CoqlToken Current => tokens[at];

    public CoqlToken Next() => tokens[at++];

    public bool Take(string word)
    {
        if (!Current.Is(word)) return false;
        at++;
        return true;
    }

    public void Expect(string word)
    {
        if (!Take(word)) throw Current.Unexpected();
    }

    public string Name() => Current.Kind == TokenKind.Word ? Next().Text : throw Current.Unexpected();

    public CoqlToken Value() =>
        Current.Kind is TokenKind.Text or TokenKind.Number || Current.Is("true") || Current.Is("false")
            ? Next() : throw Current.Unexpected();

    public int Number()
    {
        if (Current.Kind != TokenKind.Number || !int.TryParse(Current.Text, out var number) || number < 0)
            throw Current.Unexpected();
        at++;
        return number;
    }

    /// <summary>A comparison; both ways to write "not equal" are one.</summary>
    public string Sign()
    {
        if (Current is not { Kind: TokenKind.Sign, Text: "=" or "!=" or "<>" or "<" or "<=" or ">" or ">=" })
            throw Current.Unexpected();
        return Next().Text is var sign and not "<>" ? sign : "!=";
    }
}
