namespace Isthmus.Functions.Purchasing;

/// <summary>What a company decides about its purchases; configuration section <c>Isthmus:Purchasing</c>.</summary>
public sealed record PurchasingOptions
{
    /// <summary>Purchase orders are entered in Sage 100 and carried to Zoho.</summary>
    public const string SageToZoho = "sage-to-zoho";

    /// <summary>Purchase orders are entered in Zoho and carried to Sage 100.</summary>
    public const string ZohoToSage = "zoho-to-sage";

    /// <summary>
    /// Where purchase orders are entered: <c>sage-to-zoho</c>, <c>zoho-to-sage</c>, or <c>off</c>. Goods may be received on either
    /// side, whichever it is. Default off.
    /// </summary>
    public string Direction { get; init; } = "off";

    /// <summary>How the numbers begin that orders of Sage have in Zoho; nobody else's may. Default SPO-.</summary>
    public string NumberPrefix { get; init; } = "SPO-";

    /// <summary>How the numbers begin that receipts of Sage have in Zoho; nobody else's may. Default SPR-.</summary>
    public string ReceivePrefix { get; init; } = "SPR-";

    /// <summary>The division in Sage of vendors that come from Zoho: two digits. Default 00.</summary>
    public string VendorDivision { get; init; } = "00";

    /// <summary>Sage's reason code for orders that were cancelled in Zoho, at most 5 characters. Default none.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>True when orders of Sage go to Zoho.</summary>
    public bool FromSage => Direction == SageToZoho;

    /// <summary>True when orders of Zoho go to Sage.</summary>
    public bool FromZoho => Direction == ZohoToSage;

    /// <summary>True when a number in Zoho is one that we gave to an order of Sage.</summary>
    public bool IsOwnOrder(string? number) => number?.StartsWith(NumberPrefix, StringComparison.Ordinal) == true;

    /// <summary>True when a number in Zoho is one that we gave to a receipt of Sage.</summary>
    public bool IsOwnReceive(string? number) => number?.StartsWith(ReceivePrefix, StringComparison.Ordinal) == true;
}
