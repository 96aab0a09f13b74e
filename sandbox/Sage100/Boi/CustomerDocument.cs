using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A document of a customer, who is set once and must be on file.</summary>
internal abstract class CustomerDocument(Company company, string name) : DocumentObject(company, name)
{
    /// <summary>Whether a customer on credit hold may not get it.</summary>
    protected virtual bool NeedsCredit => false;

    protected string Division => Current.Text("ARDivisionNo") is { Length: > 0 } given ? given : "00";

    protected override bool IsSettable(Column column) =>
        base.IsSettable(column) && (IsNew || column.Name is not ("ARDivisionNo" or "CustomerNo"));

    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name != "CustomerNo") return null;
        if (FindCustomer((string)value) is not { } customer) return $"Customer Number {Division}-{value} is not on file.";
        return customer.Text("CustomerStatus") == "I" ? $"Customer {Division}-{value} is inactive."
            : NeedsCredit ? Held(customer) : null;
    }

    protected string? Held(Row customer) =>
        customer.Text("CreditHold") == "Y" ? $"Customer {Division}-{customer.Text("CustomerNo")} is on credit hold." : null;

    protected Row? FindCustomer(string number)
    {
        if (Current.Text("ARDivisionNo").Length == 0) Current.Set("ARDivisionNo", "00");
        return Company[CustomerSchema.Object].Find(TableKey.Of(Division, number));
    }
}
