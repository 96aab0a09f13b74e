using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Makes histories of a few orders with whatever may come between.</summary>
internal static class RandomHistory
{
    private static readonly string[] Vendors = ["stripe", "zoho-inventory", "sage-100"];

    private static readonly string[] OfCalls =
        ["latency", "status", "status-after", "drop-before", "drop-after", "slow-body", "malformed-body", "token-expiry", "record-lock", "stored-error"];

    private static readonly string[] OfWebhooks = ["webhook-duplicate", "webhook-out-of-order", "webhook-lost"];

    /// <summary>The history of a seed.</summary>
    public static History Of(ulong seed) => All.Sample(50, new Rnd(seed), 1).First();

    private static Gen<History> All =>
        from orders in Gen.Choose(1, 8)
        from baskets in Baskets.Any.ListOf(orders)
        from others in Other(orders).ListOf().Resize(10)
        from deeds in Gen.Shuffle(baskets.Select(basket => (Deed)new Deed.Buys(basket)).Concat(others))
        from hold in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 60_000)))
        from partial in Gen.Elements(false, false, true)
        select new History(deeds) { HoldAbove = hold, HoldPartial = partial };

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
            (2, from p in payment select (Deed)new Deed.Ships(p)),
            (2, Gen.Constant<Deed>(new Deed.Pauses())));
    }

    private static Gen<Deed> Fault(string[] kinds, string[] vendors) =>
        from vendor in Gen.Elements(vendors)
        from kind in Gen.Elements(kinds)
        from times in Gen.Choose(1, 5)
        from status in Gen.Elements(429, 500, 502, 503, 401, 400, 404, 409)
        select (Deed)new Deed.Breaks(vendor, kind, times, status);
}
