using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>Refusals because something of that name, number or SKU is there already.</summary>
internal static class ZohoDuplicates
{
    public static readonly ZohoVerdict Name = new(FailureClass.Conflict,
        "Decide whether it is the same one: if so link it, if not give the new one another name.")
    { Code = "duplicate-name", Message = "Zoho has a record of this name already." };

    public static readonly ZohoVerdict Sku = new(FailureClass.Conflict, "Use the item that is there; it may be inactive.")
    { Code = "duplicate-sku", Message = "Zoho has an item with this SKU already." };

    public static readonly ZohoVerdict Number = new(FailureClass.Conflict,
        "Compare the document that is there: with our reference it is ours, else the number was taken by somebody else.")
    { Code = "duplicate-number", Message = "Zoho has a document of this number already." };

    public static readonly ZohoVerdict Value = new(FailureClass.Conflict,
        "Look for the record with this value: with our reference it is ours, else somebody else entered the value.")
    { Code = "duplicate-value", Message = "Zoho has a record with this value in a field that allows no duplicates." };

    private static readonly string[] NameWords = ["name", "contact", "customer", "vendor", "item"];

    private static readonly string[] Signs = ["already exist", "already been used", "already in use", "already been taken",
        "already used", "duplicate"];

    public static ZohoVerdict? Find(string message)
    {
        if (!Signs.Any(sign => Has(message, sign))) return null;
        if (Has(message, "sku")) return Sku;
        if (Has(message, "number") || message.Contains('#')) return Number;
        return NameWords.Any(word => Has(message, word)) ? Name : Value;
    }

    private static bool Has(string message, string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
}
