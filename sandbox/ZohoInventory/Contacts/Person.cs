namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>A person of a contact.</summary>
internal sealed class Person
{
    public required string Id { get; init; }

    public string Salutation { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Mobile { get; set; } = "";

    public bool IsPrimary { get; set; }
}
