namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>A place with stock of its own: a location, or a warehouse in older organisations.</summary>
internal sealed class Location
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string Type { get; set; } = "general";

    public bool IsPrimary { get; set; }

    public bool IsActive { get; set; } = true;

    public string? ParentId { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }
}
