using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Adjustments;

internal static class AdjustmentTable
{
    public static Table<Adjustment> Create() => new(adjustment => adjustment.Id);
}
