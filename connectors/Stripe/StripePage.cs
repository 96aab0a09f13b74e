using System.Text.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>A page of one of Stripe's lists.</summary>
/// <param name="Rows">Its objects, as the list orders them.</param>
/// <param name="Next">What to give to go on behind it; null at the end.</param>
public sealed record StripePage(IReadOnlyList<JsonElement> Rows, string? Next);
