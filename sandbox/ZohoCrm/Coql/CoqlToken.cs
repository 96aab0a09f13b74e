using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

internal enum TokenKind { Word, Text, Number, Sign, End }

/// <summary>A piece of a query, and where it begins (from 1).</summary>
internal readonly record struct CoqlToken(TokenKind Kind, string Text, int Column)
{
    public bool Is(string word) => Kind is TokenKind.Word or TokenKind.Sign
        && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public CrmRefusal Unexpected() => new(400, "SYNTAX_ERROR", "error occured while parsing the query", new JsonObject
    {
        ["line"] = 1, ["column"] = Column, ["near"] = Text,
    });
}
