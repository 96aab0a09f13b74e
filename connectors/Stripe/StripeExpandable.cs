using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>A field that holds an id, or the whole object when it was expanded.</summary>
internal static class StripeExpandable
{
    public static string? IdOf(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } whole ? whole.Text("id") : element.Text(name);
}
