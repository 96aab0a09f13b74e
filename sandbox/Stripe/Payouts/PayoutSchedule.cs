using Isthmus.Sandbox.Stripe.Money;

namespace Isthmus.Sandbox.Stripe.Payouts;

/// <summary>Daily automatic payouts: what became available is paid out at the next midnight, UTC.</summary>
internal sealed class PayoutSchedule
{
    private const long Day = 24 * 3600;
    private readonly StripeAccount account;
    private readonly Funds funds;
    private readonly PayoutDesk desk;
    private long planned;

    public PayoutSchedule(StripeAccount account, Funds funds, PayoutDesk desk)
    {
        (this.account, this.funds, this.desk) = (account, funds, desk);
        funds.Released += Plan;
    }

    /// <summary>After a restart or a change of the setting: what is available waits for the next midnight.</summary>
    public void Resume() => Plan(account.Now);

    public void Clear() => planned = 0;

    private void Plan(long from)
    {
        var midnight = (from + Day - 1) / Day * Day;
        if (account.Settings.Payouts != "daily" || midnight <= planned) return;
        planned = midnight;
        account.Agenda.At(midnight, Run);
    }

    private void Run(long midnight)
    {
        if (account.Settings.Payouts != "daily") return;
        foreach (var purse in funds.Purses.ToList()) desk.PayOut(purse, midnight, midnight);
    }
}
