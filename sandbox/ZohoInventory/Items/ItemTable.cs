using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Items;

internal static class ItemTable
{
    public static Table<Item> Create() => new(item => item.Id,
        Index<Item>.On("sku", item => item.Sku),
        Index<Item>.On("name", item => item.Name),
        Index<Item>.On("item_id", item => item.Id));
}
