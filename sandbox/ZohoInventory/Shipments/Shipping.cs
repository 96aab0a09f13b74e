using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

/// <summary>Ships packages, marks them delivered, takes them back.</summary>
internal static class Shipping
{
    public static Answer Create(ApiCall call)
    {
        var company = call.Company;
        var order = company.SalesOrders.Find(call.Needed("salesorder_id")) ?? throw Refusal.Missing("Sales Order");
        var packages = call.Several("package_ids").Select(id => company.Packages.Find(id) ?? throw Refusal.Missing("Package"))
            .ToList();
        var shipment = Ship(company, order, packages, call.Body, call.Now);
        return Answer.Created("Shipment Order has been created.", "shipmentorder", ShipmentView.Of(company, shipment));
    }

    public static Shipment Ship(Company company, SalesOrder order, List<Package> packages, Body body, DateTimeOffset now)
    {
        if (packages.Count == 0 || packages.Exists(package => package.SalesOrderId != order.Id))
            throw Refusal.Parameter("package_ids");
        if (packages.Find(package => package.ShipmentId is not null) is { } gone)
            throw Refusal.State($"Package {gone.Number} has already been shipped.");
        var custom = new CustomValues();
        custom.Apply(company, "shipmentorder", body.Children("shipmentorder_custom_fields"), isUpdate: false, []);
        ShippedStock.RefuseShortage(company, order, packages);
        var shipment = new Shipment
        {
            Id = company.Series.NextId(),
            Number = DocumentNumbers.Given(company, body, "shipment_number", "SHP", "Shipment",
                number => company.Shipments.By("shipment_number", number).Count > 0),
            SalesOrderId = order.Id,
            PackageIds = [.. packages.Select(package => package.Id)],
            Custom = custom,
            Created = now,
        };
        Write(shipment, body, now);
        foreach (var package in packages) (package.ShipmentId, package.Status, package.Modified) = (shipment.Id, "shipped", now);
        ShippedStock.Move(company, order, packages, +1);
        order.Settle();
        order.Modified = now;
        company.Shipments.Add(shipment);
        company.Report("shipment.created", shipment);
        return shipment;
    }

    public static Answer Update(ApiCall call)
    {
        var shipment = ShipmentRoutes.Find(call);
        shipment.Custom.Apply(call.Company, "shipmentorder", call.Body.Children("shipmentorder_custom_fields"), true,
            []);
        Write(shipment, call.Body, call.Now);
        return new Answer("Shipment Order has been updated.", "shipmentorder", ShipmentView.Of(call.Company, shipment));
    }

    public static Answer MarkDelivered(ApiCall call)
    {
        Deliver(call.Company, ShipmentRoutes.Find(call), call.Now);
        return Answer.Done("Shipment has been marked as delivered.");
    }

    public static void Deliver(Company company, Shipment shipment, DateTimeOffset now)
    {
        if (shipment.Status == "delivered") return;
        (shipment.Status, shipment.Delivered, shipment.Modified) = ("delivered", CompanyClock.Date(now), now);
        foreach (var id in shipment.PackageIds)
        {
            var package = company.Packages.Find(id)!;
            (package.Status, package.Modified) = ("delivered", now);
        }
        var order = company.SalesOrders.Find(shipment.SalesOrderId)!;
        order.IsDelivered = order.ShippedStatus == "shipped"
            && company.Shipments.By("salesorder_id", order.Id).All(other => other.Status == "delivered");
        order.Modified = now;
        company.Report("shipment.delivered", shipment);
    }

    public static Answer Delete(ApiCall call)
    {
        var (company, shipment) = (call.Company, ShipmentRoutes.Find(call));
        var order = company.SalesOrders.Find(shipment.SalesOrderId)!;
        var packages = shipment.PackageIds.Select(id => company.Packages.Find(id)!).ToList();
        ShippedStock.RefuseReturned(order, packages);
        ShippedStock.Move(company, order, packages, -1);
        foreach (var package in packages) (package.ShipmentId, package.Status, package.Modified) = (null, "not_shipped",
            call.Now);
        order.IsDelivered = false;
        order.Settle();
        order.Modified = shipment.Modified = call.Now;
        company.Shipments.Remove(shipment);
        company.Report("shipment.deleted", shipment);
        return Answer.Done("Shipment Order has been deleted.");
    }

    private static void Write(Shipment shipment, Body body, DateTimeOffset now)
    {
        shipment.Date = body.Date("date") ?? (shipment.Date == default ? CompanyClock.Date(now) : shipment.Date);
        shipment.DeliveryMethod = body.Text("delivery_method") ?? shipment.DeliveryMethod;
        shipment.TrackingNumber = body.Text("tracking_number") ?? shipment.TrackingNumber;
        shipment.ReferenceNumber = body.Text("reference_number") ?? shipment.ReferenceNumber;
        shipment.ShippingCharge = body.Number("shipping_charge") ?? shipment.ShippingCharge;
        shipment.Notes = body.Text("notes") ?? shipment.Notes;
        shipment.Modified = now;
    }
}
