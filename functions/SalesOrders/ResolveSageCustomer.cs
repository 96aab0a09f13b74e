using Isthmus.Connectors.Sage100;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.SalesOrders;

/// <summary>
/// Finds the order's customer in Sage, or creates it. The customer number is made of Zoho's contact id, so that two writers meet
/// at one key.
/// </summary>
public sealed class ResolveSageCustomer(
    SageAgentClient sage, SageOptions options, SageWriter writer, PendingOrders pending, Mapper mapper, IPayloadStore payloads,
    CrossReferenceStore references, WrittenRecords records, StepRunner steps)
{
    private const string Target = ContactKeys.SageCustomer;

    /// <summary>The activity; answers with Sage's customer number.</summary>
    [Function(nameof(ResolveSageCustomer))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<OrderForSage> step) =>
        steps.RunAsync(step, "resolve the customer in Sage", async (order, notes) =>
        {
            var key = ContactKeys.OfContact(order.ContactId);
            sage.BeginTurn();
            var claim = await references.ClaimAsync(key, Target, step.RunId);
            if (claim.State == ClaimState.Done) return notes.Key = claim.Reference!.Id;
            if (claim.State == ClaimState.Taken) throw BeingCreated();
            string number;
            try
            {
                number = await FindAsync(order.ContactId) ?? await CreateAsync(order, notes);
            }
            catch (FailureException refused) when (pending.StandIn(refused.Failure) is { } standIn)
            {
                notes.Detail = $"{refused.Failure.Message} Entered for customer {standIn}.";
                return notes.Key = standIn;
            }
            await records.AddAsync(step.RunId, "write customer", key, Target, new Reference(number), notes);
            notes.Detail = $"Customer {number}.";
            return notes.Key = number;
        });

    /// <summary>Somebody may have linked an older customer by hand through the external id.</summary>
    private async Task<string?> FindAsync(string contactId)
    {
        var wanted = new Dictionary<string, string> { [SageWriter.ExternalIdColumn] = ExternalId(contactId) };
        await foreach (var row in sage.QueryAsync("AR_Customer", ["CustomerNo"], wanted, null, CancellationToken.None))
        {
            return row.NeedText("CustomerNo", SageOptions.Id);
        }
        return null;
    }

    private async Task<string> CreateAsync(OrderForSage order, StepNotes notes)
    {
        var number = CustomerNumber(order.ContactId);
        var context = new MappingContext
        {
            Variables = new Dictionary<string, string> { ["externalId"] = ExternalId(order.ContactId) },
        };
        var body = mapper.Map("order-to-sage-customer", await payloads.GetAsync(order.Order), notes, context);
        var key = new Dictionary<string, string> { ["ARDivisionNo"] = options.CustomerDivision, ["CustomerNo"] = number };
        var record = await writer.CreateAsync("AR_Customer", key, body, ExternalId(order.ContactId));
        return record.NeedText("CustomerNo", SageOptions.Id);
    }

    private static string CustomerNumber(string contactId) => "Z" + contactId;

    private static string ExternalId(string contactId) => "zoho:" + contactId;

    private static FailureException BeingCreated() => new(new Failure(
        FailureClass.Locked, "sage-100", "resolve the customer", "customer-being-created",
        "Another order of the same customer creates the customer in Sage at this moment.", "It is tried again by itself."));
}
