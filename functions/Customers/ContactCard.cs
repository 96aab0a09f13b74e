using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers;

/// <summary>What tells a contact from others; a row of a list has it as the whole contact has.</summary>
/// <param name="Id">Zoho's contact id.</param>
/// <param name="Currency">The currency of its documents.</param>
/// <param name="StripeId">The Stripe customer that its custom field names, or null.</param>
/// <param name="Stamp">Zoho's last_modified_time.</param>
/// <param name="IsCustomer">False for vendors.</param>
/// <param name="IsActive">False when a person marked it as inactive.</param>
public sealed record ContactCard(string Id, string Currency, string? StripeId, string Stamp, bool IsCustomer, bool IsActive)
{
    /// <summary>The custom field of a contact that names its customer in Stripe.</summary>
    internal const string StripeField = "cf_stripe_customer";

    /// <summary>True when orders may be put on it.</summary>
    public bool Usable => IsCustomer && IsActive;

    /// <summary>Reads a contact, or a row of a list of them.</summary>
    public static ContactCard Of(JsonElement contact) => new(
        contact.NeedText("contact_id", ZohoInventoryOptions.Id),
        contact.FindText("currency_code") ?? "",
        contact.TryGetProperty("custom_field_hash", out var custom) && custom.FindText(StripeField) is { Length: > 0 } id ? id : null,
        contact.FindText("last_modified_time") ?? "",
        contact.FindText("contact_type") is null or "customer",
        contact.FindText("status") is not "inactive");
}
