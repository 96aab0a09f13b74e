using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>The created parameter of lists: an exact second, or bounds.</summary>
internal static class CreatedFilter
{
    public static Func<JsonObject, bool>? Of(JsonNode? created) => created switch
    {
        null => null,
        JsonObject bounds => body => Within(bounds, body["created"]!.Long()),
        _ => body => body["created"]!.Long() == created.Long()
    };

    private static bool Within(JsonObject bounds, long created)
    {
        foreach (var (name, bound) in bounds)
        {
            var value = bound!.Long();
            var fits = name switch { "gt" => created > value, "gte" => created >= value, "lt" => created < value, _ => created <= value };
            if (!fits) return false;
        }
        return true;
    }
}
