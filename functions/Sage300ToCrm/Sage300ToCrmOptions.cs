namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>What of Sage 300 the CRM shows; configuration section <c>Isthmus:Sage300ToCrm</c>.</summary>
public sealed record Sage300ToCrmOptions
{
    /// <summary>Vendors are carried. Default true.</summary>
    public bool Vendors { get; init; } = true;

    /// <summary>
    /// What vendors become: <c>Accounts</c>, the default, which every edition has; or <c>Vendors</c>, from Professional on.
    /// </summary>
    public string VendorsTo { get; init; } = Sage300ToCrmRules.Accounts;

    /// <summary>The contact person of a vendor becomes a Contact. Default true.</summary>
    public bool VendorContacts { get; init; } = true;

    /// <summary>Customers become Accounts with their credit status. Default true.</summary>
    public bool Customers { get; init; } = true;

    /// <summary>The contact person of a customer becomes a Contact. Default true.</summary>
    public bool CustomerContacts { get; init; } = true;

    /// <summary>Posted invoices become Invoices, with what is still owed. Default true.</summary>
    public bool Invoices { get; init; } = true;

    /// <summary>
    /// Invoices show the lines that Order Entry knows; false shows one line with the total. Default true.
    /// </summary>
    public bool InvoiceLines { get; init; } = true;

    /// <summary>
    /// The CRM has several currencies, and invoices are in that of the books. False where it has one: then only a field of ours says which
    /// currency an invoice is in. Default false.
    /// </summary>
    public bool Currencies { get; init; }

    /// <summary>Only invoices of that day and later; null for all that are on file.</summary>
    public DateOnly? InvoicesSince { get; init; }

    /// <summary>
    /// Days after the last activity from which on a paid invoice has settled, 0 to 3650: every night it is not read again, unless it was
    /// refused. 0 to read all invoices every night. Default 90.
    /// </summary>
    public int InvoicesSettleAfter { get; init; } = 90;

    /// <summary>Items become Products, which lines of invoices then lead to. Default true.</summary>
    public bool Items { get; init; } = true;

    /// <summary>Only vendors and customers of these groups; none for all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Vendors and customers that are inactive are left out; else they go with that status. Default false.</summary>
    public bool SkipInactive { get; init; }

    /// <summary>
    /// Asks only for the properties that the mappings read. False for a release that lacks one of them: then whole records
    /// come, which takes longer. Default true.
    /// </summary>
    public bool SelectProperties { get; init; } = true;
}
