using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Intacct;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>
/// Contacts of customers become Contacts of their Accounts: the customer's own one, those that it names, and its contact list. They are
/// come upon by their customers, and when only changes are looked for, by their own stamps too.
/// </summary>
internal sealed class IntacctContacts(IntacctReading? reading, IntacctFlowOptions options, CrossReferenceStore references) : IntacctFlow(
    "intacct-contacts", IntacctFields.Contact, "Contacts", "intacct-contact-to-crm-contact", Cadence.QuarterHourly, options.Contacts,
    reading, options)
{
    public override Task<long?> CountAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var cursor = await Reading.BeginAsync(query, cancellation);
        return cursor.ByContacts ? await ChangedAsync(cursor, query.Size, cancellation)
            : await OfCustomersAsync(cursor, query.Size, cancellation);
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) =>
        await Reading.FindAsync(IntacctFields.Contact, key, cancellation) is { } row
            ? (await RecordsAsync([row], None, cancellation))[0] : null;

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => record.Body.Text("OWNER.RECORDNO") is { Length: > 0 } owner
        ? [new RecordLink("Account_Name", IntacctCustomers.FlowName, owner)] : [];

    private static IReadOnlyDictionary<string, JsonElement> None { get; } = new Dictionary<string, JsonElement>();

    private async Task<SourcePage> ChangedAsync(IntacctCursor cursor, int size, CancellationToken cancellation)
    {
        var fields = await Reading.FieldsAsync(IntacctFields.Contact, cancellation);
        var page = await Reading.PageAsync(
            IntacctFields.Contact, fields, cursor, cursor.Last, Math.Min(size, IntacctReading.MostNames), null, cancellation);
        var next = page.Remaining > 0 ? cursor with { Last = IntacctReading.Number(page.Rows[^1]) } : null;
        return new SourcePage(await RecordsAsync(page.Rows, None, cancellation), next?.Write());
    }

    private async Task<SourcePage> OfCustomersAsync(IntacctCursor cursor, int size, CancellationToken cancellation)
    {
        var page = await Reading.PageAsync(
            IntacctFields.Customer, ["RECORDNO", .. ContactLinks.Fields], cursor, cursor.Last,
            Math.Clamp(size / 2, 1, IntacctReading.MostNames), null, cancellation);
        var next = page.Remaining > 0 ? cursor with { Last = IntacctReading.Number(page.Rows[^1]) }
            : cursor.Full ? null : cursor with { Last = 0, ByContacts = true };
        var listed = await ListedAsync(page.Rows, cancellation);
        var names = page.Rows.SelectMany(ContactLinks.Of).Select(link => link.Contact).Concat(listed.Keys).Distinct(StringComparer.Ordinal)
            .ToList();
        var fields = await Reading.FieldsAsync(IntacctFields.Contact, cancellation);
        var contacts = new List<JsonElement>();
        foreach (var some in names.Chunk(IntacctReading.MostNames))
            contacts.AddRange(await Reading.AllAsync(IntacctFields.Contact, fields, IntacctFilter.In("CONTACTNAME", some), cancellation));
        return new SourcePage(await RecordsAsync(contacts, listed, cancellation), next?.Write());
    }

    private async Task<Dictionary<string, JsonElement>> ListedAsync(IReadOnlyList<JsonElement> customers, CancellationToken cancellation)
    {
        var listed = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (!Options.ContactLists || customers.Count == 0) return listed;
        var numbers = customers.Select(customer => customer.Key()).ToList();
        var read = await Reading.Client.ReadAsync(IntacctFields.Customer, numbers, [.. ContactOwner.Fields, ContactLinks.List], cancellation);
        foreach (var customer in read)
            foreach (var name in ContactLinks.Listed(customer)) listed.TryAdd(name, customer);
        return listed;
    }

    private async Task<IReadOnlyList<SourceRecord>> RecordsAsync(
        IReadOnlyList<JsonElement> contacts, IReadOnlyDictionary<string, JsonElement> listed, CancellationToken cancellation)
    {
        var owners = contacts.Count == 0 ? new Dictionary<string, ContactOwner>()
            : await new ContactOwners(Reading, references).OfAsync(contacts, listed, cancellation);
        return [.. contacts.Select(contact => Record(contact, owners.GetValueOrDefault(ContactOwners.NameOf(contact))))];
    }

    private SourceRecord Record(JsonElement contact, ContactOwner? owner)
    {
        var body = JsonObject.Create(contact)!;
        if (owner is not null)
            body["OWNER"] = new JsonObject { ["RECORDNO"] = owner.Number, ["CUSTOMERID"] = owner.Id, ["ROLES"] = owner.Roles };
        return new SourceRecord(contact.Key(), JsonSerializer.SerializeToElement(body))
        {
            Skip = owner is null ? "It belongs to no customer."
                : owner.OneTime && !Options.OneTime ? "Its customer is for one occasion only." : null,
        };
    }
}
