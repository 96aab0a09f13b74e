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
    public static IReadOnlyList<string> Fields { get; } = [.. Named.Select(link => NameOf(link.Field))];

    // A vendor has two of these, and two of its own.
    private static readonly IReadOnlyList<string> All = [.. Named.Select(link => link.Field), "PAYTO", "RETURNTO"];

    /// <summary>The fields that name the contacts whose fields are among these.</summary>
    public static IReadOnlyList<string> BehindThem(IReadOnlyList<string> fields) =>
        [.. All.Where(link => fields.Any(field => field.StartsWith(link + ".", StringComparison.Ordinal))).Select(NameOf)];

    /// <summary>The contacts that a customer names, with how close each is and what it is to the customer.</summary>
    public static IEnumerable<(string Contact, int Rank, string Role)> Of(JsonElement customer) => Named
        .Select((link, rank) => (customer.Text(NameOf(link.Field)), rank, link.Role)).Where(link => link.Item1.Length > 0);

    /// <summary>The contacts in a customer's list.</summary>
    public static IEnumerable<string> Listed(JsonElement customer) => customer.Each(List)
        .Select(item => item.Text("CONTACT.NAME") is { Length: > 0 } name ? name : item.Text("CONTACT.CONTACTNAME"))
        .Where(name => name.Length > 0);

    private static string NameOf(string link) => link + ".CONTACTNAME";
}
