using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Whole numbers, whether they were stored as int or long.</summary>
internal static class JsonNumbers
{
    public static long Long(this JsonNode node)
    {
        var value = node.AsValue();
        return value.TryGetValue<long>(out var number) ? number : value.GetValue<int>();
    }
}
