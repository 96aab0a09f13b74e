using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Shipments;

/// <summary>What Zoho's packages say of an order.</summary>
/// <param name="Status">How far it is shipped: pending, partially_shipped, shipped, delivered.</param>
/// <param name="Packages">The packages that were handed to a carrier.</param>
public sealed record OrderShipment(string Status, IReadOnlyList<ShippedPackage> Packages)
{
    private const string Between = ", ";

    /// <summary>The carriers, each once.</summary>
    public string? Carrier => Joined(Packages.Select(package => package.Carrier), "/", int.MaxValue);

    /// <summary>The tracking numbers, each once and whole, as many as a field takes.</summary>
    /// <param name="room">Characters that the field takes.</param>
    public string? Tracking(int room) => Joined(Packages.Select(package => package.Tracking), Between, room);

    /// <summary>Reads the member salesorder of GET /salesorders/{id}.</summary>
    public static OrderShipment Read(JsonElement order)
    {
        var shipped = order.NeedList("packages", ZohoInventoryOptions.Id).Select(ShippedPackage.Read).OfType<ShippedPackage>().ToList();
        var all = order.FindText("shipped_status") is "shipped" or "fulfilled";
        var status = shipped.Count == 0 ? "pending"
            : !all ? "partially_shipped" : shipped.All(package => package.Delivered) ? "delivered" : "shipped";
        return new OrderShipment(status, shipped);
    }

    private static string? Joined(IEnumerable<string> texts, string between, int room)
    {
        var joined = "";
        foreach (var text in texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var longer = joined.Length == 0 ? text : joined + between + text;
            if (longer.Length <= room || joined.Length == 0) joined = longer;
        }
        return joined.Length > 0 ? joined : null;
    }
}

/// <summary>One package on its way, or delivered.</summary>
/// <param name="Number">Zoho's package number.</param>
/// <param name="Tracking">The carrier's number; empty where none was entered.</param>
/// <param name="Carrier">Who carries it; empty where none was entered.</param>
/// <param name="Delivered">True when it arrived.</param>
public sealed record ShippedPackage(string Number, string Tracking, string Carrier, bool Delivered)
{
    /// <summary>Reads one of an order's packages; null while it is only packed.</summary>
    public static ShippedPackage? Read(JsonElement package)
    {
        var status = package.FindText("status")?.ToLowerInvariant();
        if (status is not ("shipped" or "delivered")) return null;
        var shipment = package.TryGetProperty("shipment_order", out var order) ? order : default;
        return new ShippedPackage(
            package.NeedText("package_number", ZohoInventoryOptions.Id),
            First(package.FindText("tracking_number"), shipment.FindText("tracking_number")),
            First(package.FindText("delivery_method"), package.FindText("carrier"), shipment.FindText("delivery_method")),
            status == "delivered");
    }

    private static string First(params string?[] texts) => texts.FirstOrDefault(text => text is { Length: > 0 }) ?? "";
}
