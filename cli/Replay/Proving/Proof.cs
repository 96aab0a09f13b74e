using Isthmus.Cli.Replay.Playing;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>Compares the systems order by order: once in each, to the cent and to the unit.</summary>
/// <param name="Settled">Orders that stand exactly once everywhere, with equal amounts and units.</param>
/// <param name="DeadLettered">Orders that wait for a person.</param>
/// <param name="Lost">Orders that are missing somewhere though nothing says so.</param>
/// <param name="Doubled">Documents, contacts and customers that stand once too often.</param>
/// <param name="Different">What stands once everywhere but does not agree.</param>
/// <param name="StripeTotal">What Stripe charged.</param>
/// <param name="ZohoTotal">What Zoho shows as paid.</param>
/// <param name="SageTotal">What Sage's orders come to.</param>
internal sealed record Proof(
    int Settled, int DeadLettered, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Different,
    decimal StripeTotal, decimal ZohoTotal, decimal SageTotal)
{
    public bool Holds => Lost.Count == 0 && Doubled.Count == 0 && Different.Count == 0 && StripeTotal == ZohoTotal
        && StripeTotal == SageTotal;

    /// <summary>Proves.</summary>
    /// <param name="paid">What was paid.</param>
    /// <param name="charged">What Stripe itself says it charged, in minor units by payment intent.</param>
    /// <param name="ledgers">What the other systems hold.</param>
    /// <param name="deadLetters">Payment intents whose flow ended in a dead letter.</param>
    public static Proof Of(
        IReadOnlyList<PaidOrder> paid, IReadOnlyDictionary<string, long> charged, Ledgers ledgers,
            IReadOnlySet<string> deadLetters)
    {
        var places = new Places(ledgers);
        var findings = paid.Select(order =>
            OrderFinding.Of(order, charged.GetValueOrDefault(order.PaymentIntent), places, deadLetters)).ToList();
        var known = paid.Select(order => order.PaymentIntent).ToHashSet();
        return new Proof(
            findings.Count(finding => finding.IsSettled),
            findings.Count(finding => finding.IsDeadLettered),
            [.. findings.SelectMany(finding => finding.Missing)],
            [.. findings.SelectMany(finding => finding.Doubled), .. places.Strangers(known),
                .. Twice("Zoho contact", ledgers.Contacts),
                .. Twice("Sage customer", ledgers.Customers)],
            [.. findings.SelectMany(finding => finding.Different)],
            charged.Where(charge => known.Contains(charge.Key)).Sum(charge => charge.Value) / 100m,
            ledgers.ZohoInvoices.Sum(invoice => invoice.Amount),
            ledgers.SageOrders.Sum(order => order.Amount));
    }

    /// <summary>The same with what was given back: totals net of refunds, and the findings of both.</summary>
    public Proof Net(RefundProof refunds) => this with
    {
        Lost = [.. Lost, .. refunds.Lost],
        Doubled = [.. Doubled, .. refunds.Doubled],
        Different = [.. Different, .. refunds.Different],
        StripeTotal = StripeTotal - refunds.Stripe,
        ZohoTotal = ZohoTotal - refunds.Zoho,
        SageTotal = SageTotal - refunds.Sage,
    };

    private static IEnumerable<string> Twice(string what, IReadOnlyList<string> keys) =>
        keys.Where(key => key.Length > 0).GroupBy(key => key).Where(same => same.Count() > 1).Select(same =>
            $"{what} {same.Key} stands {same.Count()} times");
}
