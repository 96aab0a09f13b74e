using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>CI_ItemCode_bus.</summary>
internal sealed class ItemObject(Company company) : BusinessObject(company, ItemSchema.Object)
{
    protected override string? AfterWrite()
    {
        if (IsNew && Current.Text("ItemType") == ItemSchema.Regular)
            Orders.StockBook.Row(Company, Current.Text("ItemCode"), Current.Text("DefaultWarehouseCode"));
        return null;
    }

    protected override string? BeforeDelete()
    {
        var stock = Company[ItemWarehouseSchema.Object];
        return stock.With(stock.Schema.Find("ItemCode")!, Key).Any(row => row.Number("QuantityOnSalesOrder") != 0)
            ? "The item cannot be deleted. It is on open sales orders."
            : null;
    }

    protected override void AfterDelete()
    {
        var stock = Company[ItemWarehouseSchema.Object];
        foreach (var row in stock.With(stock.Schema.Find("ItemCode")!, Key).ToList()) stock.Remove(row.Key);
    }
}
