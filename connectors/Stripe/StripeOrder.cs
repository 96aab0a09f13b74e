using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>Puts what Stripe keeps in several objects into the one document that the mapping reads.</summary>
internal static class StripeOrder
{
    public static JsonElement Compose(JsonElement intent, JsonElement? session, IReadOnlyList<JsonElement> lines)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Write(writer, "payment_intent", intent);
            Write(writer, "charge", intent.Member("latest_charge") is { ValueKind: JsonValueKind.Object } charge ? charge : null);
            Write(writer, "session", session);
            writer.WriteStartArray("line_items");
            foreach (var line in lines) Write(writer, line);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } element) Write(writer, element);
        else writer.WriteNullValue();
    }

    // As Stripe wrote it: it was read a moment ago.
    private static void Write(Utf8JsonWriter writer, JsonElement read) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(read), skipInputValidation: true);
}
