using Isthmus.Core.Deals;

namespace Isthmus.Functions.Deals;

/// <summary>What a company decides about deals that are won; configuration section <c>Isthmus:Deals</c>.</summary>
public sealed record DealOptions
{
    /// <summary>
    /// Enter an order in Sage 300 for a deal that is won. Needs the connections zoho-crm and sage-300. Default false.
    /// </summary>
    public bool Enabled { get; init; }

    /// <summary>
    /// The first closing date, yyyy-MM-dd: deals that closed before it are left alone, whatever happens to them later. Has to
    /// be given, because the CRM is full of deals that were won and ordered long ago.
    /// </summary>
    public string ClosedFrom { get; init; } = "";

    /// <summary>
    /// Where what was sold is read, since deals have no lines of their own: <c>quote</c> (the quote linked with the deal, by
    /// stage), <c>products</c> (the deal's related list of products, one of each at its own price) or <c>subform</c>. Default
    /// quote.
    /// </summary>
    public string LinesFrom { get; init; } = "quote";

    /// <summary>
    /// The stages, with commas between, of a quote that the customer agreed to. Default <c>Confirmed,Closed Won</c>.
    /// </summary>
    public string QuoteStages { get; init; } = "Confirmed,Closed Won";

    /// <summary>The subform of deals that holds the lines, by API names.</summary>
    public DealSubform Subform { get; init; } = new();

    /// <summary>What a deal means that was ordered, reopened and won again: hold, newOrder or ignore. Default hold.</summary>
    public WonAgain WonAgain { get; init; } = WonAgain.Hold;

    /// <summary>
    /// What to do when the deal's amount is not what its lines come to: <c>hold</c> asks a person, <c>ignore</c> takes the
    /// lines. A deal without an amount is not compared. Default hold.
    /// </summary>
    public string AmountDiffers { get; init; } = "hold";

    /// <summary>Begins the number of every order that we enter: 1 to 6 characters. Default <c>ZSO-</c>.</summary>
    public string NumberPrefix { get; init; } = "ZSO-";

    /// <summary>
    /// Create a customer in Sage 300 for an account that is none yet. Default true; otherwise the deal waits for a person.
    /// </summary>
    public bool CreateCustomers { get; init; } = true;

    /// <summary>
    /// The optional field of customers and orders in Sage 300 that holds the CRM's id; it must be set up in Common Services,
    /// Accounts Receivable and Order Entry. Empty for a company that has none. Default <c>EXTID</c>.
    /// </summary>
    public string OptionalField { get; init; } = "EXTID";

    /// <summary>The field of accounts that shows, and may give, the customer's code. Default <c>Sage_300_Customer</c>.</summary>
    public string AccountCodeField { get; init; } = "Sage_300_Customer";

    /// <summary>The location that goods are shipped from; empty for the customer's own. Default empty.</summary>
    public string Location { get; init; } = "";

    /// <summary>The tax group of the orders; empty for the customer's own. Default empty.</summary>
    public string TaxGroup { get; init; } = "";

    /// <summary>
    /// The miscellaneous charge of Order Entry that takes discounts and adjustments; empty where such a deal is to wait for a
    /// person. Default empty.
    /// </summary>
    public string AdjustmentCharge { get; init; } = "";

    /// <summary>For how many days the invoices of an order are looked for. Default 400.</summary>
    public int FollowDays { get; init; } = 400;
}

/// <summary>Where the lines of a deal stand in it, by API names.</summary>
public sealed record DealSubform
{
    /// <summary>The subform itself.</summary>
    public string Name { get; init; } = "";
    /// <summary>Its lookup of products. Default <c>Product</c>.</summary>
    public string Product { get; init; } = "Product";
    /// <summary>Default <c>Quantity</c>.</summary>
    public string Quantity { get; init; } = "Quantity";
    /// <summary>The price of one. Default <c>List_Price</c>.</summary>
    public string Price { get; init; } = "List_Price";
    /// <summary>The line's discount, an amount. Default <c>Discount</c>.</summary>
    public string Discount { get; init; } = "Discount";
}
