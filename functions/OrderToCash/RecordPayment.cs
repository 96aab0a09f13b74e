using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Books the money at Zoho against the invoice, once per payment intent.</summary>
public sealed class RecordPayment(
    ZohoInventoryClient zoho, ZohoInventoryOptions options, Mapper mapper, IPayloadStore payloads,
    CrossReferenceStore references, WrittenRecords records,
    Amounts amounts, StepRunner steps)
{
    private const string Target = "zoho-inventory.payment";

    /// <summary>The activity; answers with Zoho's payment id.</summary>
    [Function(nameof(RecordPayment))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<InvoiceToPay> step) =>
        steps.RunAsync(step, "record the payment", async (input, notes) =>
        {
            zoho.BeginTurn();
            var claim = await references.ClaimAsync(input.Head.PaymentIntent, Target, step.RunId);
            if (claim.State == ClaimState.Done) return claim.Reference!.Id;
            var json = await payloads.GetAsync(input.Head.Payment);
            var payment = CanonicalJson.Read<Payment>(json);
            var written = claim.State == ClaimState.First
                ? null
                : await zoho.FindPaymentAsync(
                    payment.ChargeKey ?? payment.Key, amounts.Decimal(new Money(payment.Amount, payment.Currency)), CancellationToken.None);
            written ??= await CreateAsync(input, json, notes);
            var id = written.Value.NeedText("payment_id", ZohoInventoryOptions.Id);
            CheckPaid(payment, written.Value);
            await records.AddAsync(step.RunId, "record payment", input.Head.PaymentIntent, Target, new Reference(id), notes);
            notes.Detail = $"Payment {id} of {payment.Amount} {payment.Currency} minor units.";
            return id;
        });

    private Task<JsonElement> CreateAsync(InvoiceToPay input, ReadOnlyMemory<byte> json, StepNotes notes)
    {
        var context = new MappingContext
        {
            Variables = Variables(input),
        };
        return zoho.CreatePaymentAsync(mapper.Map("payment-to-zoho-payment", json, notes, context), CancellationToken.None);
    }

    private Dictionary<string, string> Variables(InvoiceToPay input)
    {
        var variables = new Dictionary<string, string> { ["contactId"] = input.ContactId, ["invoiceId"] = input.Invoice.Id };
        if (options.DepositAccountId.Length > 0) variables["accountId"] = options.DepositAccountId;
        return variables;
    }

    private void CheckPaid(Payment payment, JsonElement written)
    {
        var amount = written.NeedNumber("amount", ZohoInventoryOptions.Id);
        if (amounts.Equal(amount, new Money(payment.Amount, payment.Currency))) return;
        throw new FailureException(new Failure(
            FailureClass.Conflict, "zoho-inventory", "record the payment", "amount-differs",
            $"Zoho holds a payment of {amount} for a charge of {payment.Amount} {payment.Currency} minor units.",
            "Correct the payment in Zoho, then resubmit.")
        {
            Field = "amount",
        });
    }
}
