using Isthmus.Core.Amounts;
using Isthmus.Core.Canonical;

namespace Isthmus.Functions.Refunds;

/// <summary>One line of an invoice, in minor units.</summary>
/// <param name="Id">The invoice line's id.</param>
/// <param name="OrderLineId">The sales order line's id, or empty.</param>
/// <param name="ItemId">The item's id.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="Description">Text for people.</param>
/// <param name="Goods">True for goods, false for services.</param>
/// <param name="Quantity">How many were billed.</param>
/// <param name="Gross">What the line comes to with its tax.</param>
/// <param name="TaxId">Its tax, or null.</param>
public sealed record BilledLine(
    string Id, string? OrderLineId, string? ItemId, string? Sku, string Description, bool Goods, decimal Quantity, long Gross, string? TaxId)
{
    /// <summary>Units that were not credited before.</summary>
    public decimal Left { get; init; } = Quantity;

    /// <summary>Units that were shipped and may come back.</summary>
    public decimal Returnable { get; init; } = Quantity;

    /// <summary>Units that never left the house: they are cancelled on their order.</summary>
    public decimal Cancellable { get; init; }
}

/// <summary>
/// Decides what a refund gives back of an invoice: the goods that are named, the whole order where its whole total goes back, or else
/// only money. The lines make the amount to the minor unit. Pure.
/// </summary>
public static class CreditPlanning
{
    /// <summary>The lines of the credit.</summary>
    /// <param name="lines">What was billed.</param>
    /// <param name="total">The invoice's total.</param>
    /// <param name="amount">What goes back; above 0.</param>
    /// <param name="returned">Units that come back by SKU; empty where nobody said.</param>
    public static IReadOnlyList<CreditLine> Plan(
        IReadOnlyList<BilledLine> lines, long total, long amount, IReadOnlyDictionary<string, decimal> returned)
    {
        var shares = returned.Count > 0 ? Named(lines, returned) : [];
        if (shares.Count == 0 && amount == total && lines.All(line => line.Left == line.Quantity))
            shares = [.. lines.SelectMany(line => Goods(line, line.Quantity, line.Gross))];
        if (shares.Count == 0) shares = [.. lines.Select(line => new Share(line, 1, line.Gross, Back.Money))];
        var rest = returned.Count > 0 ? 0 : total - lines.Sum(line => line.Gross);
        if (rest > 0) shares.Add(new Share(Rest, 1, rest, Back.Money));
        var weights = shares.Select(share => Math.Max(share.Weight, 0)).ToList();
        if (weights.TrueForAll(weight => weight == 0)) (shares, weights) = ([new Share(Rest, 1, 1, Back.Money)], [1]);
        var parts = LargestRemainder.Split(amount, weights);
        return [.. shares.Zip(parts).Where(pair => pair.Second > 0).SelectMany(pair => Lines(pair.First, pair.Second))];
    }

    /// <summary>Units of one line as lines of a credit that make the amount.</summary>
    public static IEnumerable<CreditLine> Units(BilledLine line, decimal units, long amount) =>
        Lines(new Share(line, units, amount, Back.Returned), amount);

    private static readonly BilledLine Rest = new("", null, null, null, "Shipping, tax and adjustments", false, 1, 0, null);

    private static List<Share> Named(IReadOnlyList<BilledLine> lines, IReadOnlyDictionary<string, decimal> returned)
    {
        var left = returned.ToDictionary(StringComparer.OrdinalIgnoreCase);
        var shares = new List<Share>();
        foreach (var line in lines)
        {
            if (line.Sku is null || !left.TryGetValue(line.Sku, out var wanted) || wanted <= 0) continue;
            var units = Math.Min(wanted, line.Left);
            if (units <= 0) continue;
            left[line.Sku] = wanted - units;
            shares.AddRange(Goods(line, units, (long)Math.Round(line.Gross * units / line.Quantity)));
        }
        return shares;
    }

    /// <summary>Units of a line: first those that come back, then those that never left; for units on their way only money goes.</summary>
    private static IEnumerable<Share> Goods(BilledLine line, decimal units, long amount)
    {
        if (!line.Goods) return [new Share(line, units, amount, Back.Service)];
        var returned = Math.Min(units, Math.Max(0, line.Returnable));
        var cancelled = Math.Min(units - returned, Math.Max(0, line.Cancellable));
        (decimal Units, Back Back)[] parts =
            [(returned, Back.Returned), (cancelled, Back.Cancelled), (units - returned - cancelled, Back.Money)];
        return parts.Where(part => part.Units > 0).Select(part => new Share(
            line, part.Back == Back.Money ? 1 : part.Units, (long)Math.Round(amount * part.Units / units), part.Back));
    }

    /// <summary>Whole units whose price would have a fraction become two lines, one minor unit apart.</summary>
    private static IEnumerable<CreditLine> Lines(Share share, long amount)
    {
        var units = share.Units;
        if (!share.Whole || units != decimal.Truncate(units) || amount % (long)units == 0)
            return [Line(share, units, amount / units, amount)];
        var (low, dearer) = ((long)(amount / units), (long)(amount % (long)units));
        var cheaper = (long)units - dearer;
        var dear = Line(share, dearer, low + 1, (low + 1) * dearer);
        return low == 0 ? [dear, Line(share, cheaper, 0, 0)] : [Line(share, cheaper, low, low * cheaper), dear];
    }

    private static CreditLine Line(Share share, decimal quantity, decimal unitAmount, long total) => new()
    {
        InvoiceLineId = share.Whole ? share.Line.Id : null,
        OrderLineId = share.Whole ? share.Line.OrderLineId : null,
        ItemId = share.Whole ? share.Line.ItemId : null,
        Unshipped = share.Back == Back.Cancelled,
        Sku = share.Line.Sku,
        Description = share.Line.Description,
        Goods = share.Back == Back.Returned && share.Line.Goods,
        Quantity = quantity,
        UnitAmount = unitAmount,
        Total = total,
        TaxCode = share.Line.TaxId,
    };

    /// <summary>What becomes of the units that a share stands for.</summary>
    private enum Back
    {
        Money,
        Service,
        Returned,
        Cancelled,
    }

    private sealed record Share(BilledLine Line, decimal Units, long Weight, Back Back)
    {
        public bool Whole => Back != Back.Money;
    }
}
