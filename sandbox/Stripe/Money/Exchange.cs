using Isthmus.Sandbox.Stripe.Parameters;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>Converts what customers pay into the account's own currency.</summary>
internal static class Exchange
{
    /// <summary>Amount and currency as they are booked; the rate is null where nothing was converted.</summary>
    public static (long Amount, string Currency, decimal? Rate) Settle(Booking booking, StripeSettings settings)
    {
        var settled = settings.SettlementCurrency ?? booking.Currency;
        if (booking.Settled || settled == booking.Currency) return (booking.Amount, booking.Currency, null);
        var rate = settings.Rates.GetValueOrDefault(booking.Currency, 1m);
        var exact = booking.Amount * rate * Currencies.Scale(settled) / Currencies.Scale(booking.Currency);
        return ((long)Math.Round(exact, MidpointRounding.AwayFromZero), settled, rate);
    }
}
