namespace Isthmus.Cli.Replay.Planning;

/// <summary>What each customer bought so far and has not given back yet.</summary>
internal sealed class Purchases
{
    private readonly Dictionary<string, List<Bought>> byCustomer = new(StringComparer.Ordinal);

    public void Add(PlannedOrder order)
    {
        if (order.Customer.Length == 0) return;
        if (!byCustomer.TryGetValue(order.Customer, out var bought)) byCustomer[order.Customer] = bought = [];
        bought.Add(new Bought(order));
    }

    /// <summary>
    /// The refunds that a cancellation asks for: of the latest purchases that hold its articles. Empty when there are none. Then units that no purchase has left.
    /// </summary>
    public (IReadOnlyList<PlannedRefund> Refunds, long Beyond) GiveBack(IReadOnlyList<RetailRow> cancellation)
    {
        var refunds = new Dictionary<string, long>(StringComparer.Ordinal);
        if (!byCustomer.TryGetValue(cancellation[0].Customer, out var bought)) return ([], 0);
        var beyond = 0L;
        foreach (var row in cancellation)
        {
            var wanted = -row.Quantity;
            for (var i = bought.Count - 1; i >= 0 && wanted > 0; i--)
            {
                var (units, amount) = bought[i].Take(row.Sku, wanted, row.UnitPrice);
                wanted -= units;
                if (amount > 0) refunds[bought[i].Invoice] = refunds.GetValueOrDefault(bought[i].Invoice) + amount;
            }
            beyond += Math.Max(wanted, 0);
        }
        return ([.. refunds.Select(refund => new PlannedRefund(refund.Key, refund.Value))], beyond);
    }

    private sealed class Bought(PlannedOrder order)
    {
        private readonly Dictionary<string, long> units = order.Lines.GroupBy(line => line.Sku)
            .ToDictionary(same => same.Key, same => same.Sum(line => line.Quantity));
        private long left = order.Lines.Sum(line => line.Amount) - order.Discount;

        public string Invoice => order.Invoice;

        public (long Units, long Amount) Take(string sku, long wanted, decimal price)
        {
            var taken = Math.Min(wanted, units.GetValueOrDefault(sku));
            var amount = Math.Min(left, (long)Math.Round(taken * price * 100, MidpointRounding.AwayFromZero));
            if (taken == 0 || amount <= 0) return (0, 0);
            units[sku] -= taken;
            left -= amount;
            return (taken, amount);
        }
    }
}
