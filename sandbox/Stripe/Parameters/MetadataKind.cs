using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>Key-value text: keys to 40 characters, values to 500. Empty text unsets one key, or all of them.</summary>
internal sealed record MetadataKind : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        if (form.Children.Count == 0)
            return form.Text is { Length: 0 } ? null : throw Refuse.Bad("Invalid metadata: must be a hash", param: path);
        var read = new JsonObject();
        foreach (var (key, value) in form.Children)
        {
            if (value.Text is not { } text || value.Children.Count > 0)
                throw Refuse.Bad($"Metadata values must be strings, but for key '{key}' you passed in a value of type hash.", param: path);
            if (key.Length > 40)
                throw Refuse.Bad($"Metadata keys can have up to 40 characters, but you passed in a key that is {key.Length} characters. "
                    + $"Invalid key: {key}", param: path);
            if (text.Length > 500)
                throw Refuse.Bad($"Metadata values can have up to 500 characters, but you passed in a value that is {text.Length} characters. "
                    + $"Invalid value: {text[..20]}...", param: path);
            read[key] = text;
        }
        return read;
    }
}
