using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Isthmus.Core.MasterData;

/// <summary>Tells one content of a record from another, so that what did not change costs no call.</summary>
public static class ContentMark
{
    private const int Bytes = 16;

    /// <summary>The mark of a record as it is written: 32 hexadecimal digits.</summary>
    public static string Of(JsonElement body)
    {
        var text = new StringBuilder(1024);
        foreach (var field in body.EnumerateObject())
        {
            var value = PlainValue.Of(field.Value);
            text.Append(field.Name).Append('=').Append(value.Length).Append(':').Append(value).Append('\n');
        }
        return Of(text.ToString());
    }

    /// <summary>The mark of a record that could not be mapped: that of its source.</summary>
    public static string OfSource(SourceRecord record) => Of("source\n" + record.Body.GetRawText());

    private static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
