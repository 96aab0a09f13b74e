using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Finding records the way the API does: test keys see test records, live keys live ones.</summary>
internal static class Lookup
{
    public static JsonObject Need(this Shelf shelf, StripeCall call) =>
        Visible(shelf, call.Id, call) ?? throw Refuse.Missing(shelf.Noun, call.Id, shelf.Noun is "payment_intent" ? "intent" : "id");

    /// <summary>The record that a parameter names.</summary>
    public static JsonObject Need(this Shelf shelf, StripeCall call, string id, string param) =>
        Visible(shelf, id, call) ?? throw Refuse.NoSuch(shelf.Noun, id, param);

    /// <summary>A page of a kind, narrowed by at most one indexed field and by the other filters.</summary>
    public static RecordPage Page(
        this Shelf shelf, StripeCall call, string url, Func<JsonObject, bool>? fits = null, params ReadOnlySpan<(string Param, string Field)> indexed)
    {
        var range = shelf.Newest();
        List<(string Field, string Value)> others = [];
        foreach (var (param, field) in indexed)
        {
            if (call.Text(param) is not { } value) continue;
            range = shelf.Newest(field, value);
            others.Add((field, value));
        }
        var created = CreatedFilter.Of(call.Parameters["created"]);
        return RecordPage.Cut(url, shelf, range, call.Parameters, body => SameMode(body, call)
            && created?.Invoke(body) != false && fits?.Invoke(body) != false
            && (others.Count < 2 || others.TrueForAll(other => body[other.Field]?.ToString() == other.Value)));
    }

    private static JsonObject? Visible(Shelf shelf, string id, StripeCall call) =>
        shelf.Find(id) is { } found && SameMode(found, call) ? found : null;

    private static bool SameMode(JsonObject body, StripeCall call) =>
        body["livemode"] is not { } livemode || livemode.GetValue<bool>() == call.Livemode;
}
