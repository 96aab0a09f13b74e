using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Search;

/// <summary>One condition of a search: a field, what it is compared with, and how.</summary>
/// <param name="Negated">Whether it must not hold.</param>
/// <param name="Field">"email", or "metadata" with a key.</param>
/// <param name="Key">The metadata key; null for other fields.</param>
/// <param name="Operator">":" equal, "~" contains, "&gt;" "&lt;" "&gt;=" "&lt;=".</param>
/// <param name="Value">Text or number; null asks whether the field is there at all.</param>
internal sealed record SearchClause(bool Negated, string Field, string? Key, string Operator, string? Value)
{
    public bool Holds(JsonObject body) => Matches(Find(body)) != Negated;

    private JsonNode? Find(JsonObject body)
    {
        if (Key is not null) return body[Field]?[Key];
        JsonNode? node = body;
        foreach (var part in SearchFields.Path(Field).Split('.')) node = (node as JsonObject)?[part];
        return node;
    }

    private bool Matches(JsonNode? found)
    {
        if (Value is null) return found is null;
        if (found is null) return false;
        return Operator switch
        {
            ":" => string.Equals(found.ToString(), Value, StringComparison.OrdinalIgnoreCase),
            "~" => found.ToString().Contains(Value, StringComparison.OrdinalIgnoreCase),
            _ => Compare(found.Long(), long.Parse(Value, CultureInfo.InvariantCulture))
        };
    }

    private bool Compare(long found, long wanted) => Operator switch
    {
        ">" => found > wanted,
        "<" => found < wanted,
        ">=" => found >= wanted,
        _ => found <= wanted
    };
}
