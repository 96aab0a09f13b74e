using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>AR_Customer_bus.</summary>
internal sealed class CustomerObject(Company company) : BusinessObject(company, CustomerSchema.Object)
{
    protected override string? OpenNew()
    {
        Current.Set("DateEstablished", Company.Time.Now().Date);
        return null;
    }

    protected override BoiError? BeforeWrite()
    {
        if (IsNew && Current.Text("SortField").Length == 0) Current.Set("SortField", SortField(Current.Text("CustomerName")));
        return null;
    }

    protected override string? BeforeDelete() =>
        Current.Number("OpenOrderAmt") != 0 || HasOrders() ? "The customer cannot be deleted. Open sales orders exist." : null;

    private bool HasOrders()
    {
        var orders = Company[SalesOrderSchema.Object];
        return orders.With(orders.Schema.Find("CustomerNo")!, Current.Text("CustomerNo"))
            .Any(order => order.Text("ARDivisionNo") == Current.Text("ARDivisionNo"));
    }

    private static string SortField(string name) => name.ToUpperInvariant()[..Math.Min(10, name.Length)];
}
