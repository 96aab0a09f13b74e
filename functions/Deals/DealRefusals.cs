using System.Globalization;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.Deals;

/// <summary>Why a deal cannot be ordered, in words for people, with the cure.</summary>
internal static class DealRefusals
{
    private const string Read = "read the deal";
    private const string Customer = "resolve the customer";
    private const string Enter = "enter the order";

    public static FailureException NoNumber(string field) => Crm(
        "no-number", $"{field} of a line is no amount.", "Enter an amount, not a percentage, and save the record.", field);

    public static FailureException NoQuantity(string field, decimal? given) => Crm(
        "no-quantity",
        given is not { } number ? $"{field} of a line is no number."
            : string.Create(CultureInfo.InvariantCulture, $"{field} of a line is {number:0.####}, which is not above zero."),
        "Correct or remove the line, and save the record.", field);

    public static FailureException NoLines(string place) => Crm(
        "no-lines", $"The deal says in {place} that nothing was sold.", "Enter there what was sold, then resubmit.", "lines");

    public static FailureException NoAccount() => Crm(
        "no-account", "The deal has no account.", "Choose the account of the deal, then resubmit.", "Account_Name");

    public static FailureException NoOneQuote(int all, int agreed, string stages) => Crm(
        "no-one-quote", all == 0 ? "No quote is linked with the deal." : agreed > 1
            ? $"{agreed} quotes of the deal are in a stage that means that the customer agreed ({stages})."
            : $"{all} quotes are linked with the deal, and none is in a stage that means that the customer agreed ({stages}).",
        "Link the quote that the customer agreed to, in that stage alone; or have lines read elsewhere (Isthmus:Deals:LinesFrom). "
        + "Then resubmit.", "Quotes");

    public static FailureException NoQuotes() => new(new Failure(
        FailureClass.Permanent, ZohoCrmOptions.Id, Read, "no-quotes", "The CRM's edition, or its user's profile, has no quotes.",
        "Take an edition with quotes, or have what was sold read elsewhere (Isthmus:Deals:LinesFrom); then resubmit.") { Field = "Quotes" });

    public static FailureException PricedOtherwise(string theirs, string ours) => Crm(
        "priced-otherwise", $"What was sold is priced in {theirs.ToUpperInvariant()}, and the deal is in {ours}.",
        "Price it in the deal's currency: with a quote of that currency, or in a subform of the deal; then resubmit.", "Currency");

    public static FailureException MappedTwice(IReadOnlyList<AccountRow> rows) => Books(
        FailureClass.Conflict, Customer, "account-mapped-twice",
        $"The mapping table has several customers for the account: {string.Join(", ", rows.Select(row => row.Code))}.",
        "Remove all but the right row in the mapping table, then resubmit.", "Account_Name");

    public static FailureException CodeMappedTwice(string code) => Books(
        FailureClass.Conflict, Customer, "code-mapped-twice", $"The mapping table has {code} for several accounts.",
        "Remove all but the right row in the mapping table, then resubmit.", "Account_Name");

    public static FailureException CodeMissing(string code, string place) => Books(
        FailureClass.ReferenceMissing, Customer, "customer-missing", $"Sage 300 has no customer {code}, which {place} names.",
        "Correct the code there, or create the customer in Sage 300; then resubmit.", "CustomerNumber");

    public static FailureException NotCreated() => Books(
        FailureClass.ReferenceMissing, Customer, "customer-missing", "The account is no customer of Sage 300 yet.",
        "Create the customer in Sage 300 and enter its code in the mapping table; then resubmit.", "CustomerNumber");

    public static FailureException Inactive(string code) => Books(
        FailureClass.ReferenceMissing, Customer, "customer-inactive", $"Customer {code} is inactive in Sage 300.",
        "Make it active, or map the account to another customer; then resubmit.", "CustomerNumber");

    public static FailureException OtherCurrency(string code, string theirs, string ours) => Books(
        FailureClass.Validation, Customer, "currency-differs",
        $"Customer {code} is kept in {theirs} in Sage 300, and the deal is in {ours}.",
        "Map the account to a customer of that currency, or correct the deal's; then resubmit.", "CurrencyCode");

    public static FailureException KeyTaken(string what, string key, string mark) => Books(
        FailureClass.Conflict, what == "customer" ? Customer : Enter, "key-taken",
        $"Sage 300 has {what} {key} already, and it is not ours.",
        $"If it is the same, give it the reference '{mark}'; else renumber it. Then resubmit.", null);

    public static FailureException OrderGone(string number) => Books(
        FailureClass.Conflict, Enter, "order-gone", $"Order {number} was entered and is in Sage 300 no more.",
        "Reopen the deal and win it again for another order; otherwise close this entry.", "OrderNumber");

    public static FailureException BeingEntered() => Books(
        FailureClass.Locked, Enter, "being-entered", "Another run writes the same record at this moment.",
        "It is tried again by itself.", null);

    public static FailureException ItemsMissing(IReadOnlyList<string> skus) => Books(
        FailureClass.ReferenceMissing, Enter, "item-missing",
        $"Sage 300 has no item {string.Join(", ", skus.Take(20).Select(sku => $"'{sku}'"))}"
        + (skus.Count > 20 ? $" and {skus.Count - 20} more." : "."),
        "Create the item in Sage 300 with that number, or name its number in mappings/references/item-aliases.yaml; then resubmit.",
        "lines.sku");

    private static FailureException Crm(string code, string message, string cure, string field) =>
        new(new Failure(FailureClass.Validation, ZohoCrmOptions.Id, Read, code, message, cure) { Field = field });

    private static FailureException Books(
        FailureClass kind, string operation, string code, string message, string cure, string? field) =>
        new(new Failure(kind, Sage300Options.Id, operation, code, message, cure) { Field = field });
}
