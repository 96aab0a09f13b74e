using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Flows.Tests.Support;

/// <summary>Orders that tests pay for.</summary>
internal static class Orders
{
    public static object Simple(string id = "WEB-1", string email = "ana@example.net", string name = "Ana Prado", string currency = "gbp") => new
    {
        id,
        customer = new { email, name },
        billing = new { line1 = "Rua 1", city = "Porto", postal_code = "4000", country = "PT" },
        currency,
        lines = new[]
        {
            new { sku = "BTL-1L", description = "Steel bottle 1L", quantity = 3, unitAmount = 3000 },
            new { sku = "CUP-2", description = "Cup", quantity = 2, unitAmount = 255 },
        },
    };

    /// <summary>The simple order with further members, given as name, value, name, value.</summary>
    public static JsonObject With(params object[] members)
    {
        var order = JsonSerializer.SerializeToNode(Simple())!.AsObject();
        for (var i = 0; i < members.Length; i += 2) order[(string)members[i]] = JsonSerializer.SerializeToNode(members[i + 1]);
        return order;
    }
}
