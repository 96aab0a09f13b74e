using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>The amounts that the vendor computes from the lines, whatever was sent for them.</summary>
internal static class DocumentTotals
{
    public static void Compute(Org org, CrmModule module, CrmRecord record)
    {
        if (module.Find("Grand_Total") is not { } total) return;
        var subTotal = 0m;
        foreach (var field in module.Fields)
            if (field.Type == FieldType.Subform && record[field] is IReadOnlyList<CrmRow> rows
                && org.Find(field.Target!)!.Find("Net_Total") is not null)
                (record[field], subTotal) = Lines(org, rows);
        var discount = Amount(record[module.Field("Discount")]);
        var taxes = Taxes(record[module.Field("$line_tax")], subTotal - discount);
        record[module.Field("$line_tax")] = taxes;
        var tax = taxes?.Sum(line => line.Value) ?? 0;
        record[module.Field("Sub_Total")] = subTotal;
        record[module.Field("Tax")] = tax;
        record[total] = subTotal - discount + tax + Amount(record[module.Field("Adjustment")]);
    }

    private static (List<CrmRow> Rows, decimal SubTotal) Lines(Org org, IReadOnlyList<CrmRow> rows)
    {
        var computed = rows.Select(row => Line(org, row)).ToList();
        return (computed, computed.Sum(row => Amount(row.Values["Net_Total"])));
    }

    private static CrmRow Line(Org org, CrmRow row)
    {
        var values = new Dictionary<string, object?>(row.Values);
        var price = values.GetValueOrDefault("List_Price") ?? UnitPrice(org, values.GetValueOrDefault("Product_Name"));
        var total = Round(Amount(values.GetValueOrDefault("Quantity")) * Amount(price));
        var after = total - Amount(values.GetValueOrDefault("Discount"));
        var taxes = Taxes(values.GetValueOrDefault("Line_Tax"), after);
        var tax = taxes?.Sum(line => line.Value) ?? 0;
        values["List_Price"] = price ?? 0m;
        values["Discount"] = Amount(values.GetValueOrDefault("Discount"));
        values["Total"] = total;
        values["Total_After_Discount"] = after;
        values["Line_Tax"] = taxes;
        values["Tax"] = tax;
        values["Net_Total"] = after + tax;
        return new CrmRow(row.Id, values);
    }

    private static object? UnitPrice(Org org, object? product) => product is long id && org.Find("Products") is { } products
        ? products.Records.Find(id)?[products.Field("Unit_Price")] : null;

    private static List<LineTax>? Taxes(object? taxes, decimal of) =>
        (taxes as IEnumerable<LineTax>)?.Select(tax => tax with { Value = Round(of * tax.Percentage / 100) }).ToList();

    private static decimal Amount(object? value) => value as decimal? ?? 0;

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
