using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>
/// total = sub_total - discount + tax + shipping_charge + adjustment, every part rounded to the currency's precision
/// (notes, section 9).
/// </summary>
internal static class Totals
{
    public static void Compute(Company company, TradeDocument document)
    {
        var precision = company.Currency(document.CurrencyId).Precision;
        document.ShippingCharge = Amounts.Round(document.ShippingCharge, precision);
        document.Adjustment = Amounts.Round(document.Adjustment, precision);
        var lineSum = TakeLineDiscounts(document, precision);
        var entityDiscount = document.DiscountType == "entity_level" ? document.Discount : null;
        var taxFreeShare = 0m;
        if (document.IsDiscountBeforeTax)
        {
            document.DiscountAmount = Amounts.Discount(entityDiscount, lineSum, precision);
            taxFreeShare = lineSum == 0 ? 0 : document.DiscountAmount / lineSum;
        }
        document.TaxTotal = AddTaxes(company, document, precision, taxFreeShare);
        document.SubTotal = lineSum - (document.IsInclusiveTax ? document.TaxTotal : 0);
        if (!document.IsDiscountBeforeTax)
            document.DiscountAmount = Amounts.Discount(entityDiscount, document.SubTotal + document.TaxTotal, precision);
        if (document.DiscountAmount < 0 || document.DiscountAmount > document.SubTotal + document.TaxTotal)
            throw Refusal.Value("discount");
        document.Total = document.SubTotal - document.DiscountAmount + document.TaxTotal
            + document.ShippingCharge + document.Adjustment;
        if (document.Total < 0) throw new Refusal(4, "The total of a transaction cannot be negative.");
    }

    private static decimal TakeLineDiscounts(TradeDocument document, int precision)
    {
        var sum = 0m;
        foreach (var line in document.Lines)
        {
            var gross = Amounts.Round(line.Rate * line.Quantity, precision);
            line.DiscountAmount = document.DiscountType == "entity_level" ? 0 : Amounts.Discount(line.Discount, gross, precision);
            if (line.DiscountAmount < 0 || line.DiscountAmount > Math.Max(gross, 0)) throw Refusal.Value("discount");
            line.ItemTotal = gross - line.DiscountAmount;
            sum += line.ItemTotal;
        }
        return sum;
    }

    private static decimal AddTaxes(Company company, TradeDocument document, int precision, decimal taxFreeShare)
    {
        var perDocument = company.Settings.RoundTaxPerDocument;
        document.Taxes = [];
        foreach (var line in document.Lines)
        {
            if (company.Tax(line.TaxId) is not { } tax) { line.TaxAmount = 0; continue; }
            var taxed = line.ItemTotal * (1 - taxFreeShare);
            var exact = taxed * tax.Percentage / (document.IsInclusiveTax ? 100 + tax.Percentage : 100);
            line.TaxAmount = Amounts.Round(exact, precision);
            if (document.IsInclusiveTax) line.ItemTotal -= line.TaxAmount;
            document.Taxes[tax.Id] = document.Taxes.GetValueOrDefault(tax.Id) + (perDocument ? exact : line.TaxAmount);
        }
        foreach (var id in document.Taxes.Keys) document.Taxes[id] = Amounts.Round(document.Taxes[id], precision);
        return document.Taxes.Values.Sum();
    }
}
