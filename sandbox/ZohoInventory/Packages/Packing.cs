using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.Packages;

/// <summary>Packs, repacks and unpacks. Not more than was ordered, and goods only.</summary>
internal static class Packing
{
    public static Answer Create(ApiCall call)
    {
        var order = call.Company.SalesOrders.Find(call.Needed("salesorder_id")) ?? throw Refusal.Missing("Sales Order");
        var package = Pack(call.Company, order, call.Body, call.Now);
        return Answer.Created("Package has been created.", "package", PackageView.Full(call.Company, package));
    }

    public static Package Pack(Company company, SalesOrder order, Body body, DateTimeOffset now)
    {
        if (!order.IsOpen) throw Refusal.State($"Sales order {order.Number} is {order.Status} and cannot be packed.");
        var lines = Lines(company, order, body);
        var custom = new CustomValues();
        custom.Apply(company, "package", body.Children("custom_fields"), isUpdate: false, []);
        var package = new Package
        {
            Id = company.Series.NextId(),
            Number = DocumentNumbers.Given(company, body, "package_number", "PKG", "Package",
                number => company.Packages.By("package_number", number).Count > 0),
            SalesOrderId = order.Id,
            Date = body.Date("date") ?? CompanyClock.Date(now),
            Notes = body.Text("notes") ?? "",
            Lines = lines,
            Custom = custom,
            Created = now,
            Modified = now,
        };
        Count(order, package, +1, now);
        company.Packages.Add(package);
        company.Report("package.created", package);
        return package;
    }

    public static Answer Update(ApiCall call)
    {
        var (company, package) = (call.Company, PackageRoutes.Find(call));
        var order = company.SalesOrders.Find(package.SalesOrderId)!;
        if (package.ShipmentId is not null && call.Body.Has("line_items"))
            throw Refusal.State("Shipped packages cannot be repacked.");
        Count(order, package, -1, call.Now);
        try
        {
            if (call.Body.Has("line_items")) package.Lines = Lines(company, order, call.Body);
        }
        finally { Count(order, package, +1, call.Now); }
        package.Date = call.Body.Date("date") ?? package.Date;
        package.Notes = call.Body.Text("notes") ?? package.Notes;
        package.Modified = call.Now;
        return new Answer("Package has been updated.", "package", PackageView.Full(company, package));
    }

    public static Answer Delete(ApiCall call)
    {
        var package = PackageRoutes.Find(call);
        if (package.ShipmentId is not null) throw Refusal.State("Delete the shipment of the package first.");
        Count(call.Company.SalesOrders.Find(package.SalesOrderId)!, package, -1, call.Now);
        package.Modified = call.Now;
        call.Company.Packages.Remove(package);
        call.Company.Report("package.deleted", package);
        return Answer.Done("Package has been deleted.");
    }

    private static void Count(SalesOrder order, Package package, int sign, DateTimeOffset now)
    {
        var lines = order.Lines.ToDictionary(line => line.Id);
        foreach (var packed in package.Lines) lines[packed.OrderLineId].Packed += sign * packed.Quantity;
        order.Modified = now;
    }

    private static List<PackageLine> Lines(Company company, SalesOrder order, Body body)
    {
        var ordered = order.Lines.ToDictionary(line => line.Id);
        var planned = new Dictionary<DocumentLine, decimal>();
        var lines = new List<PackageLine>();
        foreach (var given in body.Children("line_items"))
        {
            var line = ordered.GetValueOrDefault(given.Needed("so_line_item_id")) ?? throw Refusal.Value("so_line_item_id");
            var quantity = given.Number("quantity") ?? line.Quantity - line.Packed - line.Cancelled;
            if (quantity <= 0 || !line.IsGoods) throw Refusal.Value("quantity");
            planned[line] = planned.GetValueOrDefault(line) + quantity;
            if (line.Packed + planned[line] > line.Quantity - line.Cancelled)
                throw Refusal.State("The quantity packed cannot be more than the quantity ordered.");
            lines.Add(new(company.Series.NextId(), line.Id, line.ItemId, line.Name, line.Sku, line.Unit, quantity));
        }
        return lines.Count > 0 ? lines : throw Refusal.Required("line_items");
    }
}
