using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.Purchasing;

/// <summary>Why a purchase cannot be carried, in words for people.</summary>
internal static class PurchaseRefusals
{
    public static FailureException ReceivedInZoho(string number) => Conflict(
        ZohoInventoryOptions.Id, "received-in-zoho",
        $"Purchase order {number} is given up in Sage, but goods of it were received in Zoho.",
        "Enter in Sage what came, or delete the receive in Zoho; then resubmit.");

    public static FailureException CancelledInZoho(string number) => Conflict(
        ZohoInventoryOptions.Id, "cancelled-in-zoho", $"Purchase order {number} is open in Sage, but somebody cancelled it in Zoho.",
        "Issue it again in Zoho, or cancel it in Sage; then resubmit.");

    public static FailureException DeletedInZoho(string number) => Conflict(
        ZohoInventoryOptions.Id, "deleted-in-zoho", $"Purchase order {number} was carried to Zoho, and somebody deleted it there.",
        "Cancel it in Sage if it is not wanted; otherwise enter it in Zoho by hand and close this entry.");

    public static FailureException CompleteInSage(string number) => Conflict(
        SageOptions.Id, "already-complete", $"Purchase order {number} is complete in Sage, and was changed in Zoho after that.",
        "Order what is wanted on top with another purchase order; then close this entry.");

    public static FailureException GoneInSage(string number) => Conflict(
        SageOptions.Id, "order-gone", $"Purchase order {number} was carried to Sage, and is not there any more.",
        "Cancel it in Zoho if it is not wanted; otherwise enter it in Sage by hand and close this entry.");

    public static FailureException TooMuch(string receive, string number) => Conflict(
        SageOptions.Id, "received-too-much", $"Receive {receive} has more than is open on purchase order {number} in Sage.",
        "It was received on both sides, or the order is too small: correct the one or the other; then resubmit.");

    public static FailureException Posted(string receive, string receipt) => Conflict(
        SageOptions.Id, "receipt-posted", $"Receive {receive} was changed or deleted in Zoho after receipt {receipt} was posted in Sage.",
        "Correct it in Sage with a return of goods, and close this entry.");

    public static FailureException NoCounterpart(string connection, string what, string number) => Conflict(
        connection, "line-missing", $"{what} names a line that purchase order {number} does not have on the other side.",
        "Bring the lines of both orders together, by SKU; then resubmit.");

    public static FailureException NoItem(IEnumerable<string> codes) => new(new Failure(
        FailureClass.ReferenceMissing, ZohoInventoryOptions.Id, "resolve the items", "item-missing",
        $"Zoho has no item for {string.Join(", ", codes.Take(20).Select(code => $"'{code}'"))}.",
        "Create the item in Zoho with that SKU, or name its SKU in mappings/references/item-aliases.yaml; then resubmit."));

    public static FailureException BeingWritten(string connection, string what) => new(new Failure(
        FailureClass.Locked, connection, "carry the purchase", "being-written", $"Another run writes {what} at this moment.",
        "It is tried again by itself."));

    public static FailureException NoVendor(string vendor) => new(new Failure(
        FailureClass.ReferenceMissing, SageOptions.Id, "resolve the vendor", "vendor-missing", $"Sage has no vendor {vendor}.",
        "Correct the order's vendor; then resubmit."));

    private static FailureException Conflict(string connection, string code, string message, string cure) =>
        new(new Failure(FailureClass.Conflict, connection, "carry the purchase", code, message, cure));
}
