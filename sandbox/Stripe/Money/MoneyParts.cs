using Isthmus.Sandbox.Stripe.Disputes;
using Isthmus.Sandbox.Stripe.Payments;
using Isthmus.Sandbox.Stripe.Payouts;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Refunds;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>Everything that moves money after the payment: refunds, disputes, payouts, and the balance behind them.</summary>
internal sealed class MoneyParts
{
    private readonly StripeAccount account;
    private readonly Funds funds;
    private readonly RefundCourse refundCourse;
    private readonly RefundOperations refunds;
    private readonly PayoutCourse payoutCourse;
    private readonly PayoutDesk payoutDesk;
    private readonly PayoutSchedule schedule;

    public MoneyParts(StripeAccount account)
    {
        this.account = account;
        funds = new Funds(account);
        Journal = new Journal(account, funds);
        Late = new LateBalance(account, Journal);
        Disputes = new DisputeDesk(account, Journal);
        Refunds = new RefundDesk(account, Journal, new RefundFunding(account, funds), Disputes);
        refundCourse = new RefundCourse(account, Refunds, funds);
        refunds = new RefundOperations(account, Refunds, refundCourse);
        payoutCourse = new PayoutCourse(account, Journal);
        payoutDesk = new PayoutDesk(account, Journal, funds, payoutCourse);
        schedule = new PayoutSchedule(account, funds, payoutDesk);
    }

    public Journal Journal { get; }

    public LateBalance Late { get; }

    public DisputeDesk Disputes { get; }

    public RefundDesk Refunds { get; }

    public IEnumerable<StripeOperation> Operations =>
    [
        .. new BalanceOperations(account, funds).All, .. refunds.All, .. new DisputeOperations(account, Disputes).All,
        .. new PayoutOperations(account, payoutDesk, payoutCourse).All
    ];

    public void Map(StripeControlMap controls)
    {
        new MoneyControls(account, Journal).Map(controls);
        new RefundControls(account, refunds, Refunds).Map(controls);
        new DisputeControls(account, Disputes).Map(controls);
        new PayoutControls(account, funds, payoutDesk, payoutCourse, Late).Map(controls);
    }

    /// <summary>After a restart: counts what is there again and plans what is still to come.</summary>
    public void Resume()
    {
        foreach (var transaction in account.Records.Balance.Oldest) funds.Enter(transaction);
        refundCourse.Resume();
        Disputes.Resume();
        payoutCourse.Resume();
        Late.Resume();
    }

    /// <summary>Daily payouts may have been switched on.</summary>
    public void Configured() => schedule.Resume();

    public void Clear()
    {
        funds.Clear();
        refundCourse.Clear();
        schedule.Clear();
    }
}
