using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>What an order takes from its customer when the customer is set.</summary>
internal static class CustomerDefaults
{
    private static readonly (string Order, string Customer)[] Same =
    [
        ("TermsCode", "TermsCode"), ("TaxSchedule", "TaxSchedule"), ("TaxExemptNo", "TaxExemptNo"), ("ShipVia", "ShipMethod"),
        ("SalespersonDivisionNo", "SalespersonDivisionNo"), ("SalespersonNo", "SalespersonNo"),
            ("PaymentType", "DefaultPaymentType"),
        ("EmailAddress", "EmailAddress"), ("ResidentialAddress", "ResidentialAddress")
    ];

    public static void Fill(Row order, Row customer)
    {
        foreach (var (to, from) in Same) order.Set(to, customer.Text(from));
        Address(order, customer, "BillTo");
        Address(order, customer, "ShipTo");
    }

    private static void Address(Row order, Row customer, string prefix)
    {
        order.Set(prefix + "Name", customer.Text("CustomerName"));
        foreach (var line in (ReadOnlySpan<string>)["1", "2", "3"]) order.Set(prefix + "Address" + line,
            customer.Text("AddressLine" + line));
        foreach (var part in (ReadOnlySpan<string>)["City", "State", "ZipCode", "CountryCode"]) order.Set(prefix + part,
            customer.Text(part));
    }
}
