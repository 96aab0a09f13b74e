using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core;

namespace Isthmus.Connectors.Stripe;

/// <summary>What routing needs of a Stripe event; the objects in it are hints and are read again.</summary>
/// <param name="Id">evt_..., the key under which it is taken once.</param>
/// <param name="Type">Such as <c>payment_intent.succeeded</c>.</param>
/// <param name="LiveMode">True for real money.</param>
/// <param name="Created">When the fact happened.</param>
/// <param name="ApiVersion">The version that its body is written in.</param>
/// <param name="ObjectId">The id of the object it speaks of.</param>
/// <param name="PaymentIntentId">The payment that it belongs to, where the object names one.</param>
public sealed record StripeEvent(
    string Id, string Type, bool LiveMode, DateTimeOffset Created, string? ApiVersion, string ObjectId, string? PaymentIntentId)
{
    /// <summary>Reads an event; null when the bytes are not a Stripe event, however well they are signed.</summary>
    public static StripeEvent? TryRead(ReadOnlySpan<byte> body)
    {
        try { return Of(SoundJson.Parse(body)); }
        catch (JsonException) { return null; }
    }

    /// <summary>Reads an event from the list of events; null when it is none.</summary>
    public static StripeEvent? Of(JsonElement document)
    {
        if (document.Text("object") != "event" || document.Text("id") is not { Length: > 0 and <= 255 } id) return null;
        if (document.Text("type") is not { Length: > 0 and <= 100 } type || document.Member("data")?.Member("object") is not { } subject) return null;
        if (document.Whole("created") is not ({ } created and >= 0 and < 253_402_300_800)) return null;
        if (subject.Text("id") is not { } subjectId) return null;
        var intent = subject.Text("object") == "payment_intent" ? subjectId : subject.IdOf("payment_intent");
        return new StripeEvent(id, type, document.Flag("livemode"), DateTimeOffset.FromUnixTimeSeconds(created),
            document.Text("api_version"), subjectId, intent);
    }
}
