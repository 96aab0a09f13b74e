namespace Isthmus.Cli.Replay.Proving;

/// <summary>The four documents that every order must have, each by payment intent.</summary>
internal sealed class Places(Ledgers ledgers)
{
    public IReadOnlyList<(string Name, ILookup<string, Evidence> Found)> All { get; } =
    [
        ("Zoho sales order", ledgers.ZohoOrders.ToLookup(e => e.PaymentIntent)),
        ("Zoho invoice", ledgers.ZohoInvoices.ToLookup(e => e.PaymentIntent)),
        ("Zoho payment", ledgers.ZohoPayments.ToLookup(e => e.PaymentIntent)),
        ("Sage sales order", ledgers.SageOrders.ToLookup(e => e.PaymentIntent))
    ];

    /// <summary>Documents that belong to no payment.</summary>
    public IEnumerable<string> Strangers(IReadOnlySet<string> known) =>
        from place in All
        from same in place.Found
        where !known.Contains(same.Key)
        from document in same
        select $"{place.Name} {document.Number} belongs to no payment";
}
