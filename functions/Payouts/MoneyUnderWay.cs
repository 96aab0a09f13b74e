using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Refunds.ToSage;
using Isthmus.Functions.SalesOrders;

namespace Isthmus.Functions.Payouts;

/// <summary>Finds the run that is still on its way to book a movement of money: what it is going to write is not missing yet.</summary>
public sealed class MoneyUnderWay(RunStore runs)
{
    private const int MostRuns = 50;
    private static readonly string[] OfCharges = [OrderToCashOrchestration.Flow, SalesOrderToSageOrchestration.Flow];
    private static readonly string[] OfRefunds =
        [.. OfCharges, RefundToZohoOrchestration.Flow, RefundToStripeOrchestration.Flow, CreditNoteToSageOrchestration.Flow];

    /// <summary>The run, or null; one that is a dead letter is not under way.</summary>
    /// <param name="payment">The payment that moved, or of which something went back.</param>
    /// <param name="refund">True for money that went back.</param>
    public async Task<Run?> FindAsync(string? payment, bool refund)
    {
        if (payment is null) return null;
        var known = await runs.FindByKeyAsync(payment, MostRuns);
        var carriers = refund ? OfRefunds : OfCharges;
        if (Busy(known, carriers) is { } direct) return direct;
        // The order's run knows its number, and under that lies the run that carries it on.
        foreach (var number in known.Where(run => run.Flow == OrderToCashOrchestration.Flow).Select(run => run.Number).OfType<string>())
            if (Busy(await runs.FindByKeyAsync(number, MostRuns), carriers) is { } next) return next;
        return null;
    }

    private static Run? Busy(IReadOnlyList<Run> known, string[] carriers) => known.FirstOrDefault(run =>
        carriers.Contains(run.Flow) && run.State is (RunState.Running or RunState.Waiting or RunState.Held));
}
