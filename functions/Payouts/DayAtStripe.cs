using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>What moved at Stripe on a day: charges and refunds as customers saw them.</summary>
/// <param name="Charges">Money that came, by charge.</param>
/// <param name="Refunds">Money that went back, by refund.</param>
/// <param name="Payments">The payment of each charge.</param>
public sealed record StripeDay(List<BookedMoney> Charges, List<BookedMoney> Refunds, Dictionary<string, string> Payments)
{
    /// <summary>The payment of each charge and of each refund.</summary>
    public Dictionary<string, string> PaymentOf { get; } = new(StringComparer.Ordinal);
}

/// <summary>Reads a day of Stripe's balance activity. A refund that failed moved nothing in the end, and is left out.</summary>
public sealed class DayAtStripe(StripeClient stripe, StripeLines lines)
{
    /// <summary>The day, on the calendar of UTC.</summary>
    public async Task<StripeDay> ReadAsync(DateOnly day, StepNotes notes)
    {
        var from = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var found = new StripeDay([], [], []);
        await foreach (var transaction in stripe.ListBalanceTransactionsAsync(from, from.AddDays(1), CancellationToken.None))
        {
            var line = lines.Read(transaction, notes);
            if (line.Source is not { } source) continue;
            if (line.PaymentKey is { } moved) found.PaymentOf[source] = moved;
            if (line.Kind == LineKind.Charge)
            {
                found.Charges.Add(Money(line, source, 1));
                if (line.PaymentKey is { } payment) found.Payments[payment] = source;
            }
            else if (line.Kind == LineKind.Refund && !Undone(transaction)) found.Refunds.Add(Money(line, source, -1));
        }
        return found;
    }

    /// <summary>True where Stripe moved a refund's money, but on another day.</summary>
    public async Task<bool> IsOnAnotherDayAsync(string refund, DateOnly day)
    {
        try
        {
            var made = await stripe.GetRefundAsync(refund, CancellationToken.None);
            var at = DateTimeOffset.FromUnixTimeSeconds((long)made.NeedNumber("created", StripeOptions.Id));
            return !IsUndone(made) && DateOnly.FromDateTime(at.UtcDateTime) != day;
        }
        catch (FailureException unknown) when (unknown.Failure.Class == FailureClass.ReferenceMissing)
        {
            return false;
        }
    }

    private static BookedMoney Money(PayoutLine line, string source, int sign) => line.PresentmentAmount is { } minor
        ? new(source, line.Id, sign * minor, line.PresentmentCurrency!)
        : new(source, line.Id, line.Amount, line.Currency);

    private static bool Undone(JsonElement transaction) =>
        transaction.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.Object
        && IsUndone(source);

    private static bool IsUndone(JsonElement refund) => refund.FindText("status") is "failed" or "canceled";
}
