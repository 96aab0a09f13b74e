namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>What of Sage 100 the CRM shows; configuration section <c>Isthmus:Sage100ToCrm</c>.</summary>
public sealed record SageToCrmOptions
{
    /// <summary>Customers become Accounts. Default true.</summary>
    public bool Customers { get; init; } = true;

    /// <summary>
    /// The Account shows limit, hold, balance, ageing and open orders; then it also follows the documents that move them, because
    /// those leave the customer's own stamps alone. Default true.
    /// </summary>
    public bool Credit { get; init; } = true;

    /// <summary>
    /// The Account lists the customer's open invoices: <c>auto</c>, the default, where the CRM's edition has no module of
    /// invoices; <c>always</c> or <c>never</c>.
    /// </summary>
    public string OpenInvoices { get; init; } = "auto";

    /// <summary>Contacts of customers become Contacts. Default true.</summary>
    public bool Contacts { get; init; } = true;

    /// <summary>Vendors become Vendors. Default true.</summary>
    public bool Vendors { get; init; } = true;

    /// <summary>Open sales orders become Sales_Orders, and are followed to their end. Default false.</summary>
    public bool Orders { get; init; }

    /// <summary>Posted invoices become Invoices, with what is still owed. Default true.</summary>
    public bool Invoices { get; init; } = true;

    /// <summary>
    /// Days after its posting from which on a paid invoice has settled, 0 to 3650: every night it is not read again, unless it was
    /// refused. 0 to read all invoices every night. Default 90.
    /// </summary>
    public int InvoicesSettleAfter { get; init; } = 90;

    /// <summary>The ledger's accounts become GL_Accounts, a custom module of the company's. Default true.</summary>
    public bool LedgerAccounts { get; init; } = true;

    /// <summary>Only customers and vendors of these divisions; none for all.</summary>
    public IReadOnlyList<string> Divisions { get; init; } = [];

    /// <summary>
    /// States of customers and vendors that are left out: <c>A</c> active, <c>I</c> inactive, <c>T</c> temporary. Default T.
    /// </summary>
    public IReadOnlyList<string> SkipStatuses { get; init; } = ["T"];

    /// <summary>True where lines of documents are carried, which need the items as Products.</summary>
    internal bool Documents => Orders || Invoices;
}
