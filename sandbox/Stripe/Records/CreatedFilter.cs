using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>A time parameter of lists: an exact second, or bounds.</summary>
internal static class CreatedFilter
{
    public static Func<JsonObject, bool>? Of(JsonNode? wanted, string field = "created") => wanted switch
    {
        null => null,
        JsonObject bounds => body => Within(bounds, body[field]!.Long()),
        _ => body => body[field]!.Long() == wanted.Long()
    };

    private static bool Within(JsonObject bounds, long time)
    {
        foreach (var (name, bound) in bounds)
        {
            var value = bound!.Long();
            var fits = name switch { "gt" => time > value, "gte" => time >= value, "lt" => time < value, _ => time <= value };
            if (!fits) return false;
        }
        return true;
    }
}
