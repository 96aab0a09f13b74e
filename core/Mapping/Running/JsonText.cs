using System.Text.Encodings.Web;
using System.Text.Json;

namespace Isthmus.Core.Mapping.Running;

/// <summary>Property names, escaped once when a document is compiled.</summary>
internal static class JsonText
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name, Encoder);
}
