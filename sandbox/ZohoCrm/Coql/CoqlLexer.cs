using System.Text;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>Cuts a query into words, texts in single quotes, numbers and signs.</summary>
internal static class CoqlLexer
{
    private static readonly string[] signs = ["!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "*"];

    public static List<CoqlToken> Read(string query)
    {
        var tokens = new List<CoqlToken>();
        var at = 0;
        while (at < query.Length)
            if (char.IsWhiteSpace(query[at])) at++;
            else tokens.Add(Next(query, ref at));
        tokens.Add(new CoqlToken(TokenKind.End, "", query.Length + 1));
        return tokens;
    }

    private static CoqlToken Next(string query, ref int at)
    {
        var begin = at;
        if (query[at] == '\'') return new(TokenKind.Text, Quoted(query, ref at), begin + 1);
        if (char.IsAsciiDigit(query[at]) || (query[at] == '-' && at + 1 < query.Length && char.IsAsciiDigit(query[at + 1])))
            return new(TokenKind.Number, While(query, ref at, letter => char.IsAsciiDigit(letter) || letter is '.' or '-'),
                begin + 1);
        if (char.IsLetter(query[at]) || query[at] is '_' or '$')
            return new(TokenKind.Word, While(query, ref at, IsOfWord), begin + 1);
        foreach (var sign in signs)
            if (string.CompareOrdinal(query, at, sign, 0, sign.Length) == 0)
            {
                at += sign.Length;
                return new(TokenKind.Sign, sign, begin + 1);
            }
        throw new CoqlToken(TokenKind.Sign, query[at].ToString(), begin + 1).Unexpected();
    }

    /// <summary>A quote inside is written \' or ''; a backslash is written twice.</summary>
    private static string Quoted(string query, ref int at)
    {
        var begin = at;
        var text = new StringBuilder();
        for (at++; at < query.Length; at++)
        {
            var next = at + 1 < query.Length ? query[at + 1] : '\0';
            if (query[at] == '\\' && next is '\'' or '\\') text.Append(query[++at]);
            else if (query[at] == '\'' && next == '\'') text.Append(query[++at]);
            else if (query[at] == '\'') { at++; return text.ToString(); }
            else text.Append(query[at]);
        }
        throw new CoqlToken(TokenKind.Text, query[begin..], begin + 1).Unexpected();
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '$';

    private static string While(string query, ref int at, Func<char, bool> belongs)
    {
        var begin = at;
        while (at < query.Length && belongs(query[at])) at++;
        return query[begin..at];
    }
}
