using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Makes histories of a few orders with whatever may come between.</summary>
internal static class RandomHistory
{
    private static readonly string[] Vendors = ["stripe", "zoho-inventory", "sage-100"];

    private static readonly string[] OfCalls =
        [
            "latency", "status", "status-after", "drop-before", "drop-after",
            "slow-body", "malformed-body", "token-expiry", "record-lock", "stored-error"
        ];

    private static readonly string[] OfWebhooks = ["webhook-duplicate", "webhook-out-of-order", "webhook-lost"];

    /// <summary>The history of a seed.</summary>
    public static History Of(ulong seed) => All.Sample(50, new Rnd(seed), 1).First();

    private static Gen<History> All =>
        from orders in Gen.Choose(1, 6)
        from baskets in Baskets.Any.ListOf(orders)
        from others in Other(orders).ListOf().Resize(10)
        from deeds in Gen.Shuffle(baskets.Select(basket => (Deed)new Deed.Buys(basket)).Concat(others))
        from rests in Gen.Elements(true, true, false)
        from later in Gen.Choose(2, 14)
        from money in Money(orders).ListOf(later)
        from hold in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 60_000)))
        from partial in Gen.Elements(false, false, true)
        select new History([.. deeds, .. rests ? [new Deed.Pauses()] : Array.Empty<Deed>(), .. money]) { HoldAbove = hold, HoldPartial = partial };

    private static Gen<Deed> Other(int orders)
    {
        var payment = Gen.Choose(1, orders);
        return Gen.Frequency<Deed>(
            (6, Fault(OfCalls, Vendors)),
            (2, Fault(OfWebhooks, ["stripe", "zoho-inventory"])),
            (3, from p in payment from tenths in Gen.Choose(1, 10) select (Deed)new Deed.Captures(p, tenths)),
            (2, from p in payment select (Deed)new Deed.Cancels(p)),
            (3, from p in payment from comes in Gen.Elements(true, true, false) select (Deed)new Deed.Settles(p, comes)),
            (2, from killed in Gen.Elements(true, false) select (Deed)new Deed.Restarts(killed)),
            (2, Gen.Constant<Deed>(new Deed.Sweeps())),
            (2, from approve in Gen.Elements(true, false) select (Deed)new Deed.Decides(approve)),
            (2, from step in Gen.Elements(true, false) select (Deed)new Deed.Resubmits(step)),
            (1, Gen.Constant<Deed>(new Deed.Enters())),
            (2, from p in payment from part in Gen.Elements(true, false) select (Deed)new Deed.Ships(p, part)),
            (2, Gen.Constant<Deed>(new Deed.Pauses())));
    }

    /// <summary>What comes after the orders, some of it while they are still under way.</summary>
    private static Gen<Deed> Money(int orders)
    {
        var payment = Gen.Choose(1, orders);
        var number = Gen.Choose(1, 6);
        var tenths = Gen.Frequency((4, Gen.Choose(1, 5)), (1, Gen.Constant(10)));
        var either = Gen.Elements(true, false);
        return Gen.Frequency<Deed>(
            (9, from p in payment from part in tenths from later in Gen.Elements(true, false, false) select (Deed)new Deed.Refunds(p, part, later)),
            (8, from p in payment from part in tenths select (Deed)new Deed.Credits(p, part)),
            (3, from n in number from good in either select (Deed)new Deed.Answers(n, good)),
            (3, from p in payment from inquiry in Gen.Elements(true, false, false) select (Deed)new Deed.Disputes(p, inquiry)),
            (3, from n in number from won in either select (Deed)new Deed.Rules(n, won)),
            (3, from to in Gen.Elements("reconciled", "reconciled", "paid", "in_transit") select (Deed)new Deed.PaysOut(to)),
            (1, from n in number select (Deed)new Deed.Bounces(n)),
            (3, from p in payment from part in either select (Deed)new Deed.Ships(p, part)),
            (3, from p in payment from received in either select (Deed)new Deed.Returns(p, received)),
            (1, from sku in Gen.Choose(0, Catalogue.Count - 3) from units in Gen.Choose(1, 50) select (Deed)new Deed.Receives(sku, units)),
            (2, from n in Gen.Choose(0, 99) select (Deed)new Deed.Repeats(n)),
            (4, Gen.Constant<Deed>(new Deed.Pauses())),
            (6, Other(orders)));
    }

    private static Gen<Deed> Fault(string[] kinds, string[] vendors) =>
        from vendor in Gen.Elements(vendors)
        from kind in Gen.Elements(kinds)
        from times in Gen.Choose(1, 5)
        from status in Gen.Elements(429, 500, 502, 503, 401, 400, 404, 409)
        select (Deed)new Deed.Breaks(vendor, kind, times, status);
}
