namespace Isthmus.Functions.IntacctToCrm;

/// <summary>What of Sage Intacct the company wants to see in the CRM: <c>Isthmus:IntacctToCrm</c>.</summary>
public sealed record IntacctFlowOptions
{
    /// <summary>Customers become Accounts. Default true.</summary>
    public bool Customers { get; init; } = true;

    /// <summary>The contacts of customers become Contacts. Default true.</summary>
    public bool Contacts { get; init; } = true;

    /// <summary>Whether the contact list of each customer is read too, at one more call a page. Default true.</summary>
    public bool ContactLists { get; init; } = true;

    /// <summary>Vendors become Vendors. Default true.</summary>
    public bool Vendors { get; init; } = true;

    /// <summary>Whether customers and vendors for one occasion are carried too. Default false.</summary>
    public bool OneTime { get; init; }

    /// <summary>
    /// Whether each look asks the audit history what was deleted, at one more call. Without it, or without the right to, the nightly
    /// look at everything finds it. Default true.
    /// </summary>
    public bool Deletions { get; init; } = true;

    /// <summary>
    /// How far each look goes back behind the last, up to a day: queries show a change with a delay. Default 20 minutes.
    /// </summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(20);
}
