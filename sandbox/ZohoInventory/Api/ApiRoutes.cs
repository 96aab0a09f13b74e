using Isthmus.Sandbox.ZohoInventory.Adjustments;
using Isthmus.Sandbox.ZohoInventory.Bills;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.Payments;
using Isthmus.Sandbox.ZohoInventory.Purchasing;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;
using Isthmus.Sandbox.ZohoInventory.Shipments;
using Isthmus.Sandbox.ZohoInventory.Transfers;
using Microsoft.AspNetCore.Routing.Template;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>All operations below /zoho-inventory/inventory/v1.</summary>
internal static class ApiRoutes
{
    public const string Root = "/" + ZohoVendor.VendorName + "/inventory/v1";

    public static IReadOnlyList<Route> All { get; } = Collect();

    public static void Map(IEndpointRouteBuilder routes, Pipeline pipeline)
    {
        foreach (var route in All)
            routes.MapMethods(Root + route.Template, [route.Method], context => pipeline.RunAsync(context, route));
        var paths = All.Select(route => new TemplateMatcher(TemplateParser.Parse(Root[1..] + route.Template), [])).ToList();
        routes.Map($"/{ZohoVendor.VendorName}/{{**rest}}", context =>
            pipeline.RefuseRouteAsync(context, paths.Exists(path => path.TryMatch(context.Request.Path, []))));
    }

    private static List<Route> Collect()
    {
        var list = new RouteList();
        OrganizationRoutes.Add(list);
        LocationRoutes.Add(list);
        ContactRoutes.Add(list);
        ItemRoutes.Add(list);
        SalesOrderRoutes.Add(list);
        InvoiceRoutes.Add(list);
        PaymentRoutes.Add(list);
        PackageRoutes.Add(list);
        ShipmentRoutes.Add(list);
        ReturnRoutes.Add(list);
        AdjustmentRoutes.Add(list);
        TransferRoutes.Add(list);
        PurchaseRoutes.Add(list);
        BillRoutes.Add(list);
        CreditNoteRoutes.Add(list);
        return list.Routes;
    }
}
