using System.Buffers;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>Puts what Stripe keeps in several objects into the one document that the mapping reads.</summary>
internal static class StripeOrder
{
    public static JsonElement Compose(JsonElement intent, JsonElement? session, IReadOnlyList<JsonElement> lines)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Write(writer, "payment_intent", intent);
            Write(writer, "charge", intent.Member("latest_charge") is { ValueKind: JsonValueKind.Object } charge ? charge : null);
            Write(writer, "session", session);
            writer.WriteStartArray("line_items");
            foreach (var line in lines) line.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } element) element.WriteTo(writer);
        else writer.WriteNullValue();
    }
}
