using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Transfers;

internal static class TransferTable
{
    public static Table<TransferOrder> Create() => new(order => order.Id,
        Index<TransferOrder>.On("transfer_order_number", order => order.Number));
}
