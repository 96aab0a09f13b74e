using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Finds refunds that a person should look at before money goes back: above a limit, alone or with the day's others.</summary>
public sealed class CheckRefundLimits(
    RefundDays days, CrossReferenceStore references, IPayloadStore payloads, IOptions<RefundOptions> rules, StepRunner steps)
{
    /// <summary>The activity; answers with what is odd, or with nothing. What was paid before is not asked about again.</summary>
    [Function(nameof(CheckRefundLimits))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<RefundOrder> step) =>
        steps.RunAsync(step, "check the refund limits", async (order, notes) =>
        {
            var key = Key(order);
            if (await references.FindAsync(key, RefundAtStripe.Target) is not null) return "";
            var refund = CanonicalJson.Read<Refund>(await payloads.GetAsync(order.Refund));
            var sum = await days.CountAsync(key, new Money(refund.Amount, refund.Currency));
            notes.Detail = $"{refund.Amount} {refund.Currency} minor units; {sum} asked for that day.";
            return Find(refund, sum, rules.Value) ?? "";
        });

    /// <summary>Takes a refund that was rejected out of its day's sum.</summary>
    [Function(nameof(ForgetRefund))]
    public Task<StepResult<Nothing>> ForgetRefund([ActivityTrigger] Step<RefundOrder> step) =>
        steps.RunAsync(step, "forget the refund", async (order, _) =>
        {
            await days.ForgetAsync(Key(order));
            return Nothing.Value;
        });

    /// <summary>What is odd about a refund, or null. Pure.</summary>
    internal static string? Find(Refund refund, long day, RefundOptions rules)
    {
        if (rules.HoldAbove.TryGetValue(refund.Currency, out var each) && refund.Amount > each)
            return $"The refund of {refund.Amount} {refund.Currency} (minor units) is above the limit of {each}.";
        return rules.HoldAboveADay.TryGetValue(refund.Currency, out var daily) && day > daily
            ? $"With this refund of {refund.Amount} {refund.Currency} (minor units), {day} are asked for on one day; the limit is {daily}."
            : null;
    }

    private static string Key(RefundOrder order) => new RefundToStripeInput(order.CreditNoteId, order.RecordId).Key;
}
