using System.Text.Json;
using Isthmus.Connectors.Intacct;
using Isthmus.Core.CrossReferences;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>
/// Finds the one customer that a contact is shown at, the same however it was come upon: whose own contact it is, else who names it more
/// closely, the older customer first. One that stands in contact lists only stays with the first that was seen to list it.
/// </summary>
internal sealed class ContactOwners(IntacctReading reading, CrossReferenceStore references)
{
    private const string Target = "sage-intacct.customer";

    /// <summary>Owners by the contacts' names; one that belongs to no customer has none.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="listed">Customers of this page by the names in their lists.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<IReadOnlyDictionary<string, ContactOwner>> OfAsync(
        IReadOnlyList<JsonElement> contacts, IReadOnlyDictionary<string, JsonElement> listed, CancellationToken cancellation)
    {
        var owners = await NamingAsync([.. contacts.Select(NameOf)], cancellation);
        var others = contacts.Where(contact => !owners.ContainsKey(NameOf(contact))).ToList();
        var kept = new Dictionary<string, string>();
        foreach (var contact in others)
            if (await references.FindAsync(KeyOf(contact), Target, cancellation) is { } known) kept[NameOf(contact)] = known.Id;
        var before = await ListsAsync([.. others.Select(NameOf).Where(name => kept.ContainsKey(name) && !IsOf(listed, name, kept[name]))
            .Select(name => kept[name]).Distinct()], cancellation);
        foreach (var contact in others)
        {
            var name = NameOf(contact);
            if (kept.TryGetValue(name, out var number) && before.TryGetValue(number, out var customer)
                && ContactLinks.Listed(customer).Contains(name))
                owners[name] = ContactOwner.InList(customer);
            else if (listed.TryGetValue(name, out var now))
            {
                owners[name] = ContactOwner.InList(now);
                if (number != now.Key()) await references.RecordAsync(KeyOf(contact), Target, new Reference(now.Key()), cancellation);
            }
        }
        return owners;
    }

    public static string NameOf(JsonElement contact) => contact.Text("CONTACTNAME");

    private async Task<Dictionary<string, ContactOwner>> NamingAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var best = new Dictionary<string, (int Rank, long Number, JsonElement Customer)>();
        foreach (var some in names.Chunk(IntacctReading.MostNames))
        {
            var naming = IntacctFilter.Any([.. ContactLinks.Fields.Select(field => IntacctFilter.In(field, some))]);
            var customers = await reading.AllAsync(IntacctFields.Customer, [.. ContactOwner.Fields, .. ContactLinks.Fields], naming, cancellation);
            foreach (var customer in customers)
            {
                foreach (var (contact, rank, _) in ContactLinks.Of(customer))
                {
                    var number = IntacctReading.Number(customer);
                    if (!best.TryGetValue(contact, out var held) || (rank, number).CompareTo((held.Rank, held.Number)) < 0)
                        best[contact] = (rank, number, customer);
                }
            }
        }
        return best.ToDictionary(entry => entry.Key, entry => ContactOwner.Of(entry.Value.Customer, entry.Key));
    }

    private async Task<Dictionary<string, JsonElement>> ListsAsync(IReadOnlyList<string> numbers, CancellationToken cancellation) =>
        numbers.Count == 0 ? []
        : (await reading.Client.ReadAsync(IntacctFields.Customer, numbers, [.. ContactOwner.Fields, ContactLinks.List], cancellation))
            .ToDictionary(customer => customer.Key());

    private static bool IsOf(IReadOnlyDictionary<string, JsonElement> listed, string name, string number) =>
        listed.TryGetValue(name, out var customer) && customer.Key() == number;

    private static string KeyOf(JsonElement contact) => "intacct-contact|" + contact.Key();
}
