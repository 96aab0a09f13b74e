using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Packages;

internal static class PackageTable
{
    public static Table<Package> Create() => new(package => package.Id,
        Index<Package>.On("package_number", package => package.Number),
        Index<Package>.On("salesorder_id", package => package.SalesOrderId));
}
