using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>What a purchase order takes from its vendor when the vendor is set.</summary>
internal static class VendorDefaults
{
    public static void Fill(Row order, Row vendor)
    {
        order.Set("PurchaseName", vendor.Text("VendorName")).Set("TermsCode", vendor.Text("TermsCode"));
        foreach (var line in (ReadOnlySpan<string>)["1", "2", "3"])
            order.Set("PurchaseAddress" + line, vendor.Text("AddressLine" + line));
        foreach (var part in (ReadOnlySpan<string>)["City", "State", "ZipCode", "CountryCode"])
            order.Set("Purchase" + part, vendor.Text(part));
    }
}
