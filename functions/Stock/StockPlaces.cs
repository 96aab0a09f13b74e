using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Stock;

/// <summary>Zoho's locations by Sage's warehouses, by the reference table <c>warehouses</c>.</summary>
public sealed class StockPlaces
{
    private readonly KeptTable locations;

    /// <summary>Locations are read once and kept for hours.</summary>
    public StockPlaces(ZohoInventoryClient zoho, MappingCatalog catalog, TimeProvider time) =>
        locations = new KeptTable(time, async () => ByWarehouse(catalog, await zoho.ListLocationsAsync(CancellationToken.None)));

    /// <summary>Location ids by warehouse code; warehouses that no location stands for are left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> ByWarehouseAsync() => locations.GetAsync();

    private static Dictionary<string, string> ByWarehouse(MappingCatalog catalog, IReadOnlyList<JsonElement> locations)
    {
        var table = catalog.References.Get("warehouses");
        return locations
            .Select(location => (
                Warehouse: table.Find(location.NeedText("location_name", ZohoInventoryOptions.Id), "sage"),
                Id: location.NeedText("location_id", ZohoInventoryOptions.Id)))
            .Where(place => place.Warehouse is not null)
            .DistinctBy(place => place.Warehouse)
            .ToDictionary(place => place.Warehouse!, place => place.Id, StringComparer.OrdinalIgnoreCase);
    }
}
