using System.Text.Json;
using System.Text.Unicode;

namespace Isthmus.Core;

/// <summary>
/// Reads JSON from outside so that every text in it can be read afterwards: the parser alone lets bytes that are no UTF-8 and
/// halves of surrogate pairs pass, and fails where the text is used.
/// </summary>
public static class SoundJson
{
    /// <summary>The document.</summary>
    /// <exception cref="JsonException">It is not JSON, or some text in it is not Unicode.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) throw new JsonException("The document is not UTF-8.");
        if (json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0) ReadTexts(json);
        return JsonElement.Parse(json);
    }

    private static void ReadTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
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
