using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>AP_Vendor_bus.</summary>
internal sealed class VendorObject(Company company) : BusinessObject(company, VendorSchema.Object)
{
    protected override string? BeforeDelete()
    {
        var orders = Company[PurchaseOrderSchema.Object];
        return orders.With(orders.Schema.Find("VendorNo")!, Current.Text("VendorNo"))
            .Any(order => order.Text("APDivisionNo") == Current.Text("APDivisionNo") && order.Text("OrderStatus") != "X")
                ? "The vendor cannot be deleted. Open purchase orders exist." : null;
    }
}
