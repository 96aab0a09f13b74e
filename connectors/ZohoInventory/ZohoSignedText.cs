namespace Isthmus.Connectors.ZohoInventory;

/// <summary>
/// What the signature of a Zoho webhook is made over; Zoho documents it for Billing, not for Inventory, so it can be set.
/// </summary>
public enum ZohoSignedText
{
    /// <summary>All query and form pairs sorted by key, key then value without separators, then the body.</summary>
    PairsAndBody,
    /// <summary>The body alone.</summary>
    Body,
}

/// <summary>How the signature of a Zoho webhook is written.</summary>
public enum ZohoSignatureEncoding
{
    /// <summary>Hexadecimal, either case.</summary>
    Hex,
    /// <summary>Base64.</summary>
    Base64,
}
