using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// Finds the order's customer among Zoho's contacts, or creates the contact, once. A customer is known by Stripe's customer id
/// or, for guests, by e-mail address; and by currency, because a Zoho contact has one currency and its documents follow it.
/// </summary>
public sealed class ResolveContact(
    ZohoInventoryClient zoho, ZohoSettings settings, Mapper mapper, IPayloadStore payloads, CrossReferenceStore references,
    WrittenRecords records, StepRunner steps)
{
    private const string Target = ContactKeys.Target;

    /// <summary>The activity; answers with Zoho's contact id.</summary>
    [Function(nameof(ResolveContact))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<OrderHead> step) =>
        steps.RunAsync(step, "resolve the contact", async (head, notes) =>
        {
            var json = await payloads.GetAsync(head.Order);
            var order = CanonicalJson.Read<SalesOrder>(json);
            var customer = order.Customer;
            var byId = customer.ExternalId is { } id ? ContactKeys.OfCustomer(id, order.Currency) : null;
            var byEmail = customer.Email is { } email ? ContactKeys.OfEmail(email, order.Currency) : null;
            foreach (var key in new[] { byId, byEmail }.OfType<string>())
            {
                if (await references.FindAsync(key, Target) is not { } known) continue;
                notes.Detail = $"Known contact {known.Id}.";
                if (byId is not null && key != byId) await references.RecordAsync(byId, Target, known);
                return known.Id;
            }
            zoho.BeginTurn();
            var claim = await references.ClaimAsync(byEmail ?? byId!, Target, step.RunId);
            if (claim.State == ClaimState.Taken) throw BeingCreated();
            var contact = claim.Reference is { Id.Length: > 0 } done ? done : await FindOrCreateAsync(order, json, notes);
            await records.AddResolvedAsync(step.RunId, "write contact", claim, contact, notes);
            if (byId is not null && byId != claim.Key) await references.RecordAsync(byId, Target, contact);
            return contact.Id;
        });

    private async Task<Reference> FindOrCreateAsync(SalesOrder order, ReadOnlyMemory<byte> json, StepNotes notes)
    {
        if (order.Customer.Email is { } email)
        {
            var found = (await zoho.FindContactsByEmailAsync(email, CancellationToken.None))
                .Where(c => Currency(c) is null || Currency(c) == order.Currency)
                .OrderBy(c => Id(c), StringComparer.Ordinal).ToList();
            if (found.Count > 0)
            {
                notes.Detail = found.Count == 1
                    ? $"Found contact {Id(found[0])} by e-mail."
                    : $"{found.Count} contacts share the e-mail address; took the oldest, {Id(found[0])}.";
                return new Reference(Id(found[0]));
            }
        }
        var created = await CreateAsync(order, json, notes);
        notes.Detail = $"Created contact {Id(created)}.";
        return new Reference(Id(created));
    }

    /// <summary>
    /// A name may be taken by another person, or by the same person in another currency: then the name gets a suffix.
    /// </summary>
    private async Task<JsonElement> CreateAsync(SalesOrder order, ReadOnlyMemory<byte> json, StepNotes notes)
    {
        var (name, other) = (order.Customer.Name, order.Customer.Email ?? order.Customer.ExternalId);
        string?[] names = [null, $"{name} ({order.Currency})", $"{name} ({other})"];
        var currencies = await settings.CurrencyIdsAsync();
        for (var i = 0; ; i++)
        {
            var context = new MappingContext
            {
                Variables = names[i] is { } changed ? new Dictionary<string, string> { ["contactName"] = changed } : [],
                Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["zohoCurrencies"] = currencies },
            };
            try
            {
                return await zoho.CreateContactAsync(mapper.Map("order-to-zoho-contact", json, notes, context), CancellationToken.None);
            }
            catch (FailureException taken) when (taken.Failure.Code == "duplicate-name" && i < names.Length - 1) { }
        }
    }

    private static string Id(JsonElement contact) => contact.NeedText("contact_id", ZohoInventoryOptions.Id);

    private static string? Currency(JsonElement contact) =>
        contact.FindText("currency_code") is { Length: > 0 } text ? text : null;

    private static FailureException BeingCreated() => new(new Failure(
        FailureClass.Locked, "zoho-inventory", "resolve the contact", "contact-being-created",
        "Another order of the same customer creates the contact at this moment.", "It is tried again by itself."));
}
