namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>A custom field of one module. <paramref name="Module"/> is the singular name: "salesorder", "contact".</summary>
internal sealed record CustomFieldDefinition(string Id, string Module, string Label, string ApiName, int Index,
    string DataType = "string", bool IsUnique = false);
