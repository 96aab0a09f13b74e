namespace Isthmus.Core.Canonical;

/// <summary>A postal address as one system gave it; each target fits it to its own fields and lengths.</summary>
public sealed record Address
{
    /// <summary>Person or department, where the address carries one.</summary>
    public string? Name { get; init; }
    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }
    /// <summary>Flat, floor, building.</summary>
    public string? Line2 { get; init; }
    /// <summary>Town.</summary>
    public string? City { get; init; }
    /// <summary>ISO 3166-2 subdivision without the country (OR, BY), or the name where there is no code.</summary>
    public string? State { get; init; }
    /// <summary>Postal code in the country's usual format.</summary>
    public string? PostalCode { get; init; }
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Country { get; init; }
    /// <summary>Telephone number as given.</summary>
    public string? Phone { get; init; }
}
