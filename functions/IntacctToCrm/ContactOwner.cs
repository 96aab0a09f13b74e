using System.Text.Json;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>The customer that a contact is shown at.</summary>
/// <param name="Number">Its record number.</param>
/// <param name="Id">The id that people know it by; empty where only the number is known.</param>
/// <param name="Roles">What the contact is to it.</param>
/// <param name="OneTime">Whether it is for one occasion.</param>
internal sealed record ContactOwner(string Number, string Id, string Roles, bool OneTime)
{
    /// <summary>What is read of a customer for it, beside what leads to its contacts.</summary>
    public static readonly IReadOnlyList<string> Fields = ["RECORDNO", "CUSTOMERID", "ONETIME"];

    public static ContactOwner Of(JsonElement customer, string contact)
    {
        var roles = ContactLinks.Of(customer).Where(link => link.Contact == contact).Select(link => link.Role);
        return new ContactOwner(customer.Key(), customer.Text("CUSTOMERID"), string.Join(", ", roles), customer.Text("ONETIME") == "true");
    }

    public static ContactOwner InList(JsonElement customer) =>
        new(customer.Key(), customer.Text("CUSTOMERID"), "list", customer.Text("ONETIME") == "true");
}
