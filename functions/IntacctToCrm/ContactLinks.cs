using System.Text.Json;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>The ways in which a customer points to contacts, the closest first.</summary>
internal static class ContactLinks
{
    /// <summary>What reads the contact list of a customer; queries do not know it.</summary>
    public const string List = "CONTACT_LIST_INFO";

    private static readonly (string Field, string Role)[] Named =
        [("DISPLAYCONTACT", "own"), ("CONTACTINFO", "primary"), ("BILLTO", "bill to"), ("SHIPTO", "ship to")];

    /// <summary>The fields that name a contact each.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Named.Select(link => $"{link.Field}.CONTACTNAME")];

    /// <summary>The contacts that a customer names, with how close each is and what it is to the customer.</summary>
    public static IEnumerable<(string Contact, int Rank, string Role)> Of(JsonElement customer) => Named
        .Select((link, rank) => (customer.Text($"{link.Field}.CONTACTNAME"), rank, link.Role)).Where(link => link.Item1.Length > 0);

    /// <summary>The contacts in a customer's list.</summary>
    public static IEnumerable<string> Listed(JsonElement customer) => customer.Each(List)
        .Select(item => item.Text("CONTACT.NAME") is { Length: > 0 } name ? name : item.Text("CONTACT.CONTACTNAME"))
        .Where(name => name.Length > 0);
}
