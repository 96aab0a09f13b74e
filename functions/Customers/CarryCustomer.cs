using Isthmus.Core.Audit;
using Isthmus.Core.Customers;
using Isthmus.Core.Tables;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Customers;

/// <summary>
/// Reads a pair afresh on every side, decides field by field which value goes where, and writes it. What each side holds
/// afterwards is kept as hashes, so that what we wrote does not come back as a change.
/// </summary>
public sealed class CarryCustomer(
    IEnumerable<ICustomerSide> systems, CustomerLinkStore links, MergedContacts merged, CustomerRules rules, AuditTrail audit,
    TimeProvider time, StepRunner steps)
{
    /// <summary>Zoho's stamps are whole seconds, and clocks differ: one that is younger may have to stand for another change.</summary>
    private static readonly TimeSpan StampSettles = TimeSpan.FromSeconds(5);

    /// <summary>The activity.</summary>
    [Function(nameof(CarryCustomer))]
    public Task<StepResult<CustomerOutcome>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "compare and carry", async (stripeId, notes) =>
        {
            var link = await links.FindAsync(stripeId) ?? throw new InvalidOperationException("The pair vanished.");
            var read = await ReadAsync(link);
            if (!Holds(read, CustomerSide.Stripe)) return Apart(PartingKind.DeletedInStripe, "The customer was deleted in Stripe.");
            if (!Holds(read, CustomerSide.Zoho))
            {
                var winner = await merged.FollowAsync(link, read[0].Customer);
                if (winner.Link is null) return Apart(winner.Kind, winner.Words);
                (link, notes.Detail) = (winner.Link, winner.Words);
                read = await ReadAsync(link);
                if (!Holds(read, CustomerSide.Zoho)) return Apart(PartingKind.DeletedInZoho, "The contact was deleted in Zoho.");
            }
            var contact = ContactCard.Of(read.First(record => record.Side == CustomerSide.Zoho).Document);
            if (!contact.IsActive && link.State == LinkState.Inactive) return new("The contact is still inactive.");
            if (!contact.IsActive) return Apart(PartingKind.InactiveInZoho, "The contact was marked as inactive in Zoho.");
            if (read[0].Customer.Email is { } email) notes.Key = TableKey.Personal(email);
            return new CustomerOutcome(notes.Detail = await MergeAsync(link, read, contact, step.RunId, notes));
        });

    private CustomerOutcome Apart(PartingKind kind, string reason) => new(reason, new Parting(kind, reason, rules.ActionFor(kind)));

    private static bool Holds(IReadOnlyList<CustomerRecord> read, CustomerSide side) => read.Any(record => record.Side == side);

    private async Task<IReadOnlyList<CustomerRecord>> ReadAsync(CustomerLink link) =>
        [.. (await Task.WhenAll(systems.OrderBy(system => system.Side).Select(system => system.ReadAsync(link)))).OfType<CustomerRecord>()];

    private async Task<string> MergeAsync(
        CustomerLink link, IReadOnlyList<CustomerRecord> read, ContactCard contact, string runId, StepNotes notes)
    {
        var states = read.Select(record =>
            CustomerState.Of(record.Side, link.StripeId, record.Customer, link.Known.GetValueOrDefault(record.Side))).ToList();
        var records = read.ToDictionary(record => record.Side);
        var moves = FieldMerge.Plan(states, rules.Of, (field, from, to) =>
            from.Fields.GetValueOrDefault(field) == to.Fields.GetValueOrDefault(field)
            || records[to.Side].Shows(field, from.Fields.GetValueOrDefault(field)));
        var (known, written, stamp) = (new Dictionary<CustomerSide, FieldHashes>(), new List<string>(), contact.Stamp);
        foreach (var state in states)
        {
            var mine = moves.Where(move => move.To == state.Side).ToList();
            var wanted = mine.Aggregate(state.Customer, (customer, move) => CustomerFields.With(
                customer, move.Field, states.First(from => from.Side == move.From).Fields.GetValueOrDefault(move.Field)));
            var after = await WriteAsync(records[state.Side], wanted, link, runId, notes);
            // Only what we wrote is known to be as we wrote it: another field may have changed since it was read.
            known[state.Side] = state.Now.With(mine.Select(move => move.Field), FieldHashes.Of(link.StripeId, CustomerFields.Of(after.Customer)));
            if (after == records[state.Side]) continue;
            written.Add($"{state.Side} ({string.Join(", ", mine.Select(move => move.Field).DefaultIfEmpty("mark"))})");
            if (state.Side == CustomerSide.Zoho) stamp = "";
        }
        await links.SaveAsync(link with { State = LinkState.Linked, Reason = null, Known = known, ContactStamp = Settled(stamp) });
        return written.Count == 0 ? "Nothing differs." : $"Written to {string.Join(" and ", written)}.";
    }

    private async Task<CustomerRecord> WriteAsync(
        CustomerRecord record, Core.Canonical.Customer wanted, CustomerLink link, string runId, StepNotes notes)
    {
        var after = await systems.First(system => system.Side == record.Side).WriteAsync(record, wanted, link, notes);
        if (after != record)
            await audit.AddAsync(runId, "write customer", Subject(record, link), "written", notes.Mapping, notes.Fields);
        return after;
    }

    private static string Subject(CustomerRecord record, CustomerLink link) => record.Side switch
    {
        CustomerSide.Stripe => $"stripe.customer/{link.StripeId}",
        CustomerSide.Zoho => $"{ContactKeys.Target}/{link.ContactId}",
        _ => $"{ContactKeys.SageCustomer}/{record.Customer.ExternalId}",
    };

    private string Settled(string stamp) =>
        DateTimeOffset.TryParse(stamp, System.Globalization.CultureInfo.InvariantCulture, out var at) && time.GetUtcNow() - at > StampSettles
            ? stamp : "";
}
