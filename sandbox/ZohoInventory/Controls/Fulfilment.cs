using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;
using Isthmus.Sandbox.ZohoInventory.Shipments;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>The warehouse in one call: packs and ships what is left of an order, or delivers what is on its way.</summary>
internal static class Fulfilment
{
    /// <summary>Body, all optional: {lines: [{line_item_id, quantity}], carrier, trackingNumber}.</summary>
    public static JsonObject Ship(Company company, string orderId, JsonObject body, DateTimeOffset now)
    {
        body.AllowOnly("lines", "carrier", "trackingNumber");
        var order = Find(company, orderId);
        var lines = body["lines"] is JsonArray given ? given.Select(line => Line(line!["line_item_id"]!, line["quantity"]!))
            : order.Lines.Where(line => line.IsGoods && line.Packed + line.Cancelled < line.Quantity)
                .Select(line => Line(line.Id, line.Quantity - line.Packed - line.Cancelled));
        var package = Packing.Pack(company, order,
            Of(new JsonObject { ["line_items"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]) }), now);
        var shipment = Shipping.Ship(company, order, [package], Of(new JsonObject
        {
            ["delivery_method"] = body.Get<string>("carrier") ?? "Royal Mail",
            ["tracking_number"] = body.Get<string>("trackingNumber") ?? "TRK" + package.Id[^9..],
        }), now);
        return new() { ["package_id"] = package.Id, ["shipment_id"] = shipment.Id,
            ["tracking_number"] = shipment.TrackingNumber };
    }

    public static JsonObject Deliver(Company company, string orderId, DateTimeOffset now)
    {
        var order = Find(company, orderId);
        var shipped = company.Shipments.By("salesorder_id", order.Id).Where(shipment => shipment.Status == "shipped").ToList();
        foreach (var shipment in shipped) Shipping.Deliver(company, shipment, now);
        return new() { ["delivered"] = new JsonArray([.. shipped.Select(shipment => (JsonNode)shipment.Id)]) };
    }

    public static SalesOrder Find(Company company, string id) =>
        company.SalesOrders.Find(id) ?? company.SalesOrders.First("salesorder_number", id)
            ?? throw Refusal.Missing("Sales Order");

    private static JsonObject Line(JsonNode id, JsonNode quantity) =>
        new JsonObject { ["so_line_item_id"] = id.DeepClone(), ["quantity"] = quantity.DeepClone() };

    private static Body Of(JsonObject json) => new(JsonSerializer.SerializeToElement(json));
}
