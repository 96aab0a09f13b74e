using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Posting;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>Order entry: the customer brings its defaults, lines theirs, and the order gets its number when it is stored.</summary>
internal sealed class OrderRules(Company company) : ViewRules(company)
{
    public const string NewNumber = "*** NEW ***";

    public override Entity Begin(EntitySchema schema) => new Entity(schema)
        .Set("OrderNumber", NewNumber).Set("OrderDate", Company.Today).Set("ExpectedShipDate", Company.Today).Set("OrderRate", 1m);

    public override void Put(Entity? parent, Entity record, Property property)
    {
        base.Put(parent, record, property);
        if (record.Schema.Resource == OrderSchema.Lines) OrderLines.Put(Company, parent!, record, property);
        if (parent is not null) return;
        switch (property.Name)
        {
            case "CustomerNumber": TakeCustomer(record); break;
            case "TermsCode": Know(Codes.TermDays.ContainsKey(record.Text("TermsCode")), "Terms Code", record.Text("TermsCode")); break;
            case "TaxGroup": Know(Codes.TaxGroups.Contains(record.Text("TaxGroup")), "Tax Group", record.Text("TaxGroup")); break;
            case "DefaultLocationCode": OrderLines.KnowLocation(record.Text("DefaultLocationCode")); break;
            case "OrderSourceCurrency":
                Know(Codes.Currencies.ContainsKey(record.Text("OrderSourceCurrency")), "Currency Code", record.Text("OrderSourceCurrency"));
                break;
            default: break;
        }
    }

    public override void Insert(Entity record)
    {
        Need(record, "CustomerNumber", "Customer Number");
        if (record.Text("OrderNumber") is NewNumber or "") record["OrderNumber"] = $"ORD{Company.Next("order number"):D7}";
        var number = record.Text("OrderNumber");
        if (Company[OrderSchema.Resource].All.Any(order => order.Text("OrderNumber") == number))
            throw WebApiError.Duplicate($"Order Number {number} already exists.");
        record["OrderUniquifier"] = (decimal)Company.Next("uniquifier");
        Complete(record);
        if (record.Is("InvoiceWillBeProduced")) OrderInvoicing.AsEntered(Company, record);
    }

    public override void Change(Entity before, Entity after) => Complete(after);

    private void TakeCustomer(Entity order)
    {
        var number = order.Text("CustomerNumber");
        var customer = Company[CustomerSchema.Resource].Find(number)
            ?? throw WebApiError.Invalid($"Customer Number {number} does not exist.");
        if (customer.Text("Status") == "Inactive") throw WebApiError.Invalid($"Customer {number} is inactive.");
        order.Set("CustomerGroupCode", customer["GroupCode"]).Set("TermsCode", customer["Terms"]).Set("TaxGroup", customer["TaxGroup"])
            .Set("DefaultPriceListCode", customer["CustomerPriceList"]).Set("OrderSourceCurrency", customer["CurrencyCode"])
            .Set("CustomerDiscountLevel", customer["CustomerDiscountType"]).Set("Salesperson1", customer["Salesperson1"])
            .Set("DefaultLocationCode", customer.Text("InventoryLocation") is { Length: > 0 } location ? location : "1")
            .Set("BillToName", customer["CustomerName"]).Set("ShipToName", customer["CustomerName"])
            .Set("ShipToCity", customer["City"]).Set("ShipToStateProvince", customer["StateProvince"])
            .Set("ShipToZipPostalCode", customer["ZipPostalCode"]).Set("ShipToCountry", customer["Country"]);
        for (var line = 1; line <= 4; line++) order[$"ShipToAddressLine{line}"] = customer[$"AddressLine{line}"];
    }

    private void Complete(Entity order)
    {
        var lines = order.Details(OrderSchema.Lines);
        if (lines.Count == 0) throw WebApiError.Invalid("The order has no details.");
        foreach (var line in lines) OrderLines.Check(line);
        Number(lines, "LineNumber", 32);
        foreach (var line in lines)
            foreach (var field in line.Details(OrderSchema.LineOptionalFields)) field["LineNumber"] = line["LineNumber"];
        var day = order.Day("OrderDate") ?? Company.Today;
        order.Set("NumberOfLinesOnOrder", (decimal)lines.Count).Set("OrderTotal", lines.Sum(line => line.Number("ExtendedAmount")))
            .Set("OrderFiscalYear", $"{day.Year}").Set("OrderFiscalPeriod", $"Num{day.Month}");
    }
}
