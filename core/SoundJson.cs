using System.Text.Json;
using System.Text.Unicode;

namespace Isthmus.Core;

/// <summary>
/// Reads JSON from outside so that every text in it can be read afterwards: the parser alone lets bytes that are no UTF-8 and
/// halves of surrogate pairs pass, and fails where the text is used.
/// </summary>
public static class SoundJson
{
    // What is read here becomes a part of documents of our own, which are read with the usual limit of 64.
    private const int Deepest = 48;

    /// <summary>The document.</summary>
    /// <exception cref="JsonException">It is not JSON, is nested too deeply, or some text in it is not Unicode.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) throw new JsonException("The document is not UTF-8.");
        if (json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0) ReadTexts(json);
        return JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
    }

    private static void ReadTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("A text of the document has half of a surrogate pair.", half);
        }
    }
}
