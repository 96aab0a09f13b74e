namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>A currency of the organisation. Rates are to the base currency.</summary>
internal sealed record Currency(string Id, string Code, string Name, string Symbol, int Precision, decimal ExchangeRate);

/// <summary>A tax rate, in per cent.</summary>
internal sealed record Tax(string Id, string Name, decimal Percentage);

/// <summary>An account that payments are deposited to or adjustments are booked on.</summary>
internal sealed record Account(string Id, string Name, string Type);
