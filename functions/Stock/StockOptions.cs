namespace Isthmus.Functions.Stock;

/// <summary>What a company decides about its stock; configuration section <c>Isthmus:Stock</c>.</summary>
public sealed record StockOptions
{
    /// <summary>
    /// Carry quantities from Sage 100 to Zoho. Default false: the first round corrects every quantity in Zoho, so it is switched on
    /// when the warehouses are mapped.
    /// </summary>
    public bool Enabled { get; init; }

    /// <summary>Count what is on purchase orders as available. Default false.</summary>
    public bool CountPurchases { get; init; }

    /// <summary>
    /// Trust that a posting moves the change stamps of IM_ItemWarehouse. Hosts differ: where it does not, set false, and each poll
    /// reads every quantity. Default true.
    /// </summary>
    public bool StampsMove { get; init; } = true;

    /// <summary>
    /// Have the nightly sweep compare every quantity with Zoho and correct what was changed there: one call for 200 items. Default
    /// true.
    /// </summary>
    public bool CorrectDrift { get; init; } = true;

    /// <summary>How many lines an inventory adjustment gets, up to 100. Default 100.</summary>
    public int LinesAnAdjustment { get; init; } = 100;

    /// <summary>The reason that Zoho shows on the adjustments; it must be one of the organisation's. Default Stock synchronisation.</summary>
    public string Reason { get; init; } = "Stock synchronisation";

    /// <summary>
    /// Orders for more than is available, as it was read last: <c>off</c> does not look, <c>flag</c> leaves a note in the run and the
    /// audit, <c>hold</c> asks a person first. Default off.
    /// </summary>
    public string Overselling { get; init; } = "off";
}
