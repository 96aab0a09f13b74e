using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.ZohoInventory.Adjustments;
using Isthmus.Sandbox.ZohoInventory.Bills;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Invoices;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.Payments;
using Isthmus.Sandbox.ZohoInventory.Purchasing;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;
using Isthmus.Sandbox.ZohoInventory.Shipments;
using Isthmus.Sandbox.ZohoInventory.Transfers;

namespace Isthmus.Sandbox.ZohoInventory.Webhooks;

/// <summary>What a webhook says about a record: one object under the singular module name.</summary>
internal sealed partial record Payload(string Module, JsonObject Fields)
{
    public static Payload Of(Company company, object record) => record switch
    {
        SalesOrder order => new("salesorder", SalesOrderView.Full(company, order)),
        Invoice invoice => new("invoice", InvoiceView.Full(company, invoice)),
        Payment payment => new("customerpayment", PaymentView.Full(company, payment)),
        Package package => new("package", PackageView.Full(company, package)),
        Shipment shipment => new("shipmentorder", ShipmentView.Of(company, shipment)),
        Contact contact => new("contact", ContactView.Full(company, contact)),
        SalesReturn back => new("salesreturn", ReturnView.Full(company, back)),
        ReturnReceive receive => new("salesreturnreceive", ReturnView.Receive(company, receive)),
        CreditNote note => new("creditnote", CreditNoteView.Full(company, note)),
        CreditRefund refund => new("creditnote_refund", CreditRefunds.Show(company, refund)),
        Adjustment adjustment => new("inventoryadjustment", AdjustmentView.Full(company, adjustment)),
        TransferOrder order => new("transferorder", TransferView.Full(company, order)),
        PurchaseOrder order => new("purchaseorder", PurchaseView.Full(company, order)),
        PurchaseReceive receive => new("purchasereceive", PurchaseView.Receive(company, receive)),
        Bill bill => new("bill", BillView.Full(company, bill)),
        Item item => new("item", ItemView.Of(company, item)),
        _ => throw new ArgumentException(record.GetType().Name),
    };

    public JsonObject ToJson() => new() { [Module] = Fields };

    /// <summary>Puts fields in the place of ${MODULE.FIELD}; unknown ones become empty.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match =>
        match.Groups["module"].Value.Equals(Module, StringComparison.OrdinalIgnoreCase)
            ? Fields[match.Groups["field"].Value.ToLowerInvariant()]?.ToString() ?? "" : "");

    [GeneratedRegex(@"\$\{(?<module>[A-Za-z]+)\.(?<field>[A-Za-z0-9_]+)\}")]
    private static partial Regex Placeholder();
}
