using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.Packages;

internal static class PackageRoutes
{
    // The vendor ignores exact package_number, salesorder_id and salesorder_number, so they are not here (notes, section 4).
    private static readonly Listing<Package> listing = new()
    {
        Envelope = "packages",
        Report = "Packages",
        Table = company => company.Packages,
        Row = PackageView.Row,
        Columns =
        [
            new TextColumn<Package>("status", package => package.Status, exactOnly: true),
            new DateColumn<Package>("date", package => package.Date),
        ],
        Sortable =
        [
            new TextColumn<Package>("package_number", package => package.Number),
            new NumberColumn<Package>("quantity", package => package.Lines.Sum(line => line.Quantity)),
        ],
        FilterBy = by => by.Replace("Status.", "") switch
        {
            "NotShipped" => package => package.Status == "not_shipped",
            "Shipped" => package => package.Status == "shipped",
            "Delivered" => package => package.Status == "delivered",
            _ => null,
        },
        Search = (package, text) => package.Number.Contains(text, StringComparison.OrdinalIgnoreCase),
        More = (call, package) =>
        {
            var order = call.Company.SalesOrders.Find(package.SalesOrderId)!;
            return (call.Parameter("customer_id") is not { } customer || order.CustomerId == customer)
                && (call.Parameter("salesorder_number_contains") is not { } part || order.Number.Contains(part))
                && (call.Parameter("salesorder_number_startswith") is not { } start || order.Number.StartsWith(start));
        },
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/packages", "packages.CREATE", Packing.Create, PackageShapes.Create);
        routes.Get("/packages", "packages.READ", listing.List);
        routes.Get("/packages/{id}", "packages.READ", call => Answer.Read("package", PackageView.Full(call.Company, Find(call))));
        routes.Put("/packages/{id}", "packages.UPDATE", Packing.Update, PackageShapes.Update);
        routes.Delete("/packages/{id}", "packages.DELETE", Packing.Delete);
    }

    public static Package Find(ApiCall call) => call.Company.Packages.Find(call.Id) ?? throw Refusal.Missing("Package");
}
