namespace Isthmus.Functions.Customers;

/// <summary>What a company decides about its customers; configuration section <c>Isthmus:Customers</c>.</summary>
public sealed record CustomerOptions
{
    /// <summary>
    /// Keep Stripe's customers and Zoho's contacts alike. Default false: the first round links and completes every customer on both
    /// sides, so it is switched on when that is wanted. Orders find or make their contacts either way, and it is the same link.
    /// </summary>
    public bool Enabled { get; init; }

    /// <summary>Create a contact in Zoho for a customer who has none. Default true.</summary>
    public bool CreateInZoho { get; init; } = true;

    /// <summary>Create a customer in Stripe for a contact who has none. Default true.</summary>
    public bool CreateInStripe { get; init; } = true;

    /// <summary>Carry the UDFs of AR_Customer that the table <c>customer-fields</c> names. Default true.</summary>
    public bool SageFields { get; init; } = true;

    /// <summary>Who decides where several systems changed the same.</summary>
    public CustomerAuthority Authority { get; init; } = new();

    /// <summary>
    /// A customer was deleted in Stripe: <c>unlink</c> leaves the contact as it is, <c>inactive</c> marks it as inactive as well, <c>hold</c>
    /// asks a person, who approves that or rejects it. Default unlink.
    /// </summary>
    public string OnDeletedInStripe { get; init; } = "unlink";

    /// <summary>
    /// A contact was deleted in Zoho: <c>unlink</c>, <c>inactive</c> or <c>hold</c>. Stripe knows no inactive customers: there it is the
    /// metadata <c>zoho_status</c>. Default unlink.
    /// </summary>
    public string OnDeletedInZoho { get; init; } = "unlink";

    /// <summary>
    /// A contact was merged into another: <c>follow</c> goes on with that one, unless it is another customer's, which then is as a
    /// deletion; <c>unlink</c>, <c>inactive</c> or <c>hold</c>. Default follow.
    /// </summary>
    public string OnMergedInZoho { get; init; } = "follow";

    /// <summary>
    /// A contact was marked as inactive in Zoho: <c>inactive</c> says so in Stripe and carries nothing until it is active again;
    /// <c>unlink</c> or <c>hold</c>. Default inactive.
    /// </summary>
    public string OnInactiveInZoho { get; init; } = "inactive";
}

/// <summary>
/// Who decides, by group and by field: <c>stripe</c>, <c>zoho</c> or <c>sage</c> (custom fields only) counts where several changed the same;
/// <c>stripeOnly</c> and <c>zohoOnly</c> count always, and take changes made elsewhere back.
/// </summary>
public sealed record CustomerAuthority
{
    /// <summary>Name, company, e-mail address, telephone number. Default stripe.</summary>
    public string Identity { get; init; } = "stripe";

    /// <summary>Billing and shipping address. Default stripe.</summary>
    public string Address { get; init; } = "stripe";

    /// <summary>Exemption and tax number. Default zoho.</summary>
    public string Tax { get; init; } = "zoho";

    /// <summary>Metadata, custom fields, UDFs. Default zoho.</summary>
    public string Custom { get; init; } = "zoho";

    /// <summary>
    /// For single fields, by name: name, company, email, phone, billing, shipping, taxStatus, taxNumber, or a key of the table
    /// <c>customer-fields</c>. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
