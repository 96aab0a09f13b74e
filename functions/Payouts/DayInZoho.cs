using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>What Zoho has of a day: customer payments and refunds that name an object of Stripe.</summary>
public sealed class DayInZoho(ZohoInventoryClient zoho, DayAtStripe movements, StripeAmounts amounts)
{
    /// <summary>How many days before Stripe moved the money a person may have dated a refund.</summary>
    private const int DatedEarlier = 7;

    /// <summary>Customer payments, by charge.</summary>
    public async Task<List<BookedMoney>> PaymentsAsync(DateOnly day)
    {
        var found = new List<BookedMoney>();
        await foreach (var row in zoho.ListPaymentsOfAsync(day, CancellationToken.None))
        {
            if (row.FindText("reference_number") is not { } charge || !Names(charge, "ch_", "py_")) continue;
            var currency = row.NeedText("currency_code", ZohoInventoryOptions.Id);
            found.Add(new(
                charge, row.NeedText("payment_id", ZohoInventoryOptions.Id),
                amounts.Minor(row.NeedNumber("amount", ZohoInventoryOptions.Id), currency), currency));
        }
        return found;
    }

    /// <summary>
    /// Refunds of credit notes, by refund, in the currency that the refund had at Stripe where Zoho does not say. They belong to the
    /// day on which Stripe moved the money: a person's date in Zoho follows another calendar than UTC, or is another day.
    /// </summary>
    public async Task<List<BookedMoney>> RefundsAsync(DateOnly day, IReadOnlyList<BookedMoney> stripe)
    {
        var found = new List<BookedMoney>();
        var currencies = stripe.ToDictionary(money => money.Key, money => money.Currency, StringComparer.Ordinal);
        await foreach (var row in zoho.ListRefundsSinceAsync(day.AddDays(-DatedEarlier), CancellationToken.None))
        {
            if (row.FindText("reference_number") is not { } refund || !Names(refund, "re_", "pyr_")) continue;
            if (!currencies.TryGetValue(refund, out var currency)
                && (row.FindText("date") != $"{day:yyyy-MM-dd}" || await movements.IsOnAnotherDayAsync(refund, day))) continue;
            currency ??= row.FindText("currency_code") ?? "";
            found.Add(new(
                refund, row.NeedText("creditnote_refund_id", ZohoInventoryOptions.Id),
                -amounts.Minor(Amount(row), currency), currency));
        }
        return found;
    }

    private static decimal Amount(System.Text.Json.JsonElement row) =>
        row.FindNumber("amount_fcy") ?? row.NeedNumber("amount", ZohoInventoryOptions.Id);

    private static bool Names(string reference, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
            if (reference.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return false;
    }
}
