using Isthmus.Connectors.Stripe;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Stock;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// Reads the payment and its order afresh from Stripe, maps and checks them, and keeps them for the steps that follow.
/// </summary>
public sealed class ReadOrder(
    StripeClient stripe, Mapper mapper, IPayloadStore payloads, RunStore runs, IOptions<OrderToCashOptions> rules,
    OversellingGuard stock, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadOrder))]
    public Task<StepResult<OrderHead>> Run([ActivityTrigger] Step<string> step) => steps.RunAsync(step, "read the order", async (intent, notes) =>
    {
        await BeginAsync(step.RunId, intent);
        var documents = await stripe.ReadOrderAsync(intent, CancellationToken.None);
        var (readiness, reason) = StripePayments.Readiness(documents);
        if (readiness != PaymentReadiness.Paid) return new OrderHead(readiness, reason, intent, intent, "", "", "", null);

        var read = mapper.Read<SalesOrder>("stripe-order", documents, notes);
        var payment = mapper.Read<Payment>("stripe-payment", documents, notes);
        Refuse(OrderValidation.Check(read, payment));
        var order = PaidAmount.Settle(read, payment);
        payment = payment with { OrderKey = order.Key };
        notes.Detail = $"{order.Lines.Count} lines, {payment.Amount} {payment.Currency} minor units captured.";
        var anomaly = Anomalies.Find(read, payment, rules.Value) ?? await stock.JudgeAsync(read, step.RunId, notes);
        var kept = await Task.WhenAll(
            payloads.PutAsync(CanonicalJson.Write(order)), payloads.PutAsync(CanonicalJson.Write(payment)));
        return new OrderHead(
            readiness, null, intent, order.Key, kept[0], kept[1],
            DocumentNumber.For(order.Key, rules.Value.NumberPrefix),
            anomaly);
    });

    private Task BeginAsync(string runId, string intent) => runs.BeginAsync(
        new Run { Id = runId, Flow = OrderToCashOrchestration.Flow, Key = intent, State = RunState.Running });

    private static void Refuse(IReadOnlyList<OrderProblem> problems)
    {
        if (problems.Count == 0) return;
        throw new FailureException(new Failure(
            FailureClass.Validation, "stripe", "read the order", "order-invalid",
            string.Join(" ", problems.Take(20).Select(p => $"{p.Path}: {p.Message}")),
            "Correct the order in Stripe, then resubmit it.")
        {
            Field = problems[0].Path,
        });
    }
}
