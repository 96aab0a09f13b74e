using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Planning;

namespace Isthmus.Cli.Replay.Playing;

/// <summary>Pays the orders of a plan in the sandbox's Stripe, several at a time.</summary>
internal sealed class Checkouts(SandboxClient sandbox, int concurrency)
{
    public const string Currency = "gbp";

    private readonly ConcurrentDictionary<string, string> customers = new(StringComparer.Ordinal);

    public async Task<List<PaidOrder>> PayAsync(IReadOnlyList<PlannedOrder> orders, Action<int> progress,
        CancellationToken cancel)
    {
        var paid = new PaidOrder[orders.Count];
        var done = 0;
        await EnrolAsync(orders, cancel);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
        await Parallel.ForAsync(0, orders.Count, limits, async (at, stop) =>
        {
            paid[at] = await PayAsync(orders[at], stop);
            progress(Interlocked.Increment(ref done));
        });
        return [.. paid];
    }

    /// <summary>Gives money back; answers with how many refunds Stripe took.</summary>
    public async Task<int> RefundAsync(
        IReadOnlyList<PlannedCancellation> cancellations, IReadOnlyList<PaidOrder> paid, CancellationToken cancel)
    {
        var intents = paid.ToDictionary(order => order.Plan.Invoice, order => order.PaymentIntent);
        var refunds = cancellations.SelectMany(cancellation => cancellation.Refunds).ToList();
        foreach (var refund in refunds)
        {
            var body = new { paymentIntent = intents[refund.Purchase], amount = refund.Amount, reason = "requested_by_customer" };
            await sandbox.PostAsync("/_sandbox/stripe/refunds", body, cancel);
        }
        return refunds.Count;
    }

    /// <summary>Customers who come back are one customer in Stripe.</summary>
    public Task EnrolAsync(IReadOnlyList<PlannedOrder> orders, CancellationToken cancel)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel };
        var known = orders.Select(order => order.Customer).Where(customer => customer.Length > 0).Distinct();
        return Parallel.ForEachAsync(known, limits, async (customer, stop) =>
        {
            var form = new Dictionary<string, string> { ["email"] = Shopper.Email(customer), ["name"] = Shopper.Name(customer) };
            customers[customer] = (await sandbox.StripeAsync("customers", form, stop)).GetProperty("id").GetString()!;
        });
    }

    /// <summary>Pays one order of a customer who is enrolled.</summary>
    public async Task<PaidOrder> PayAsync(PlannedOrder order, CancellationToken cancel)
    {
        var sentAt = TimeProvider.System.GetUtcNow();
        var answer = await sandbox.PostAsync("/_sandbox/stripe/checkouts", Body(order), cancel);
        return new PaidOrder(
            order, answer.GetProperty("paymentIntent").GetString()!, answer.GetProperty("amount").GetInt64(), sentAt);
    }

    private JsonElement Body(PlannedOrder order)
    {
        var guest = order.Customer.Length == 0;
        var shopper = guest ? "guest-" + order.Invoice : order.Customer;
        var address = new { line1 = "1 High Street", city = "Town", postal_code = "AB1 2CD", country = order.Country };
        return JsonSerializer.SerializeToElement(new
        {
            id = order.Invoice,
            customer = new { id = guest ? null : customers[order.Customer], create = false, email = Shopper.Email(shopper),
                name = Shopper.Name(shopper) },
            billing = address,
            shipping = order.Shipping == 0 ? null : new { name = Shopper.Name(shopper), address, amount = order.Shipping },
            currency = Currency,
            lines = order.Lines.Select(Line),
            discount = order.Discount,
            metadata = new Dictionary<string, string> { ["invoice_date"] = order.Date }
        });
    }

    private static object Line(PlannedLine line) => new
    {
        sku = line.Sku, description = line.Description.Length > 0 ? line.Description : line.Sku, quantity = line.Quantity,
        unitAmount = decimal.Truncate(line.UnitMinor) == line.UnitMinor
            ? (object)(long)line.UnitMinor
            : line.UnitMinor.ToString("0.############", CultureInfo.InvariantCulture)
    };
}
