using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Adjustments;
using Isthmus.Sandbox.ZohoInventory.Bills;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Purchasing;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;
using Isthmus.Sandbox.ZohoInventory.Transfers;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>Every record, with the fields that a proof needs. Amounts are decimals in the document's currency.</summary>
internal static class Ledger
{
    public static JsonObject Of(Company company) => new()
    {
        ["contacts"] = List(company.Contacts.Rows, contact => new JsonObject
        {
            ["contact_id"] = contact.Id,
            ["contact_name"] = contact.Name,
            ["email"] = contact.Primary?.Email ?? "",
            ["currency_code"] = company.Currency(contact.CurrencyId).Code,
            ["outstanding_receivable_amount"] = contact.Receivable,
            ["unused_credits_receivable_amount"] = contact.UnusedCredits,
            ["custom_field_hash"] = contact.Custom.ToHash(company, "contact"),
        }),
        ["items"] = List(company.Items.Rows, item => new JsonObject
        {
            ["item_id"] = item.Id,
            ["sku"] = item.Sku,
            ["name"] = item.Name,
            ["rate"] = item.Rate,
            ["product_type"] = item.ProductType,
            ["physical_stock"] = item.Stock.Values.Sum(stock => stock.Physical),
            ["accounting_stock"] = item.Stock.Values.Sum(stock => stock.Accounting),
            ["committed_to_ship"] = item.Stock.Values.Sum(stock => stock.ToShip),
            ["committed_to_invoice"] = item.Stock.Values.Sum(stock => stock.ToInvoice),
            ["available"] = new JsonObject(company.Locations.Select(place => KeyValuePair.Create(
                place.Name, (JsonNode?)(item.Stock.GetValueOrDefault(place.Id)?.PhysicalAvailable ?? 0)))),
        }),
        ["salesorders"] = List(company.SalesOrders.Rows, order => Document(company, order, "salesorder", new JsonObject
        {
            ["salesorder_id"] = order.Id,
            ["salesorder_number"] = order.Number,
            ["invoiced_status"] = order.InvoicedStatus,
            ["shipped_status"] = order.ShippedStatus,
        })),
        ["invoices"] = List(company.Invoices.Rows, invoice => Document(company, invoice, "invoice", new JsonObject
        {
            ["invoice_id"] = invoice.Id,
            ["invoice_number"] = invoice.Number,
            ["balance"] = invoice.Balance,
            ["payment_made"] = invoice.PaymentMade,
            ["credits_applied"] = invoice.CreditsApplied,
            ["salesorder_ids"] = new JsonArray([.. invoice.SalesOrderIds.Select(id => (JsonNode)id)]),
        })),
        ["customerpayments"] = List(company.Payments.Rows, payment => new JsonObject
        {
            ["payment_id"] = payment.Id,
            ["payment_number"] = payment.Number,
            ["reference_number"] = payment.ReferenceNumber,
            ["customer_id"] = payment.CustomerId,
            ["currency_code"] = company.Currency(payment.CurrencyId).Code,
            ["amount"] = payment.Amount,
            ["unused_amount"] = payment.Unused,
            ["bank_charges"] = payment.BankCharges,
            ["account_id"] = payment.AccountId,
            ["invoice_ids"] = new JsonArray([.. payment.Applied.Select(part => (JsonNode)part.InvoiceId)]),
            ["custom_field_hash"] = payment.Custom.ToHash(company, "customerpayment"),
        }),
        ["salesreturns"] = List(company.SalesReturns.Rows, back => ReturnView.Row(company, back)),
        ["salesreturnreceives"] = List(company.ReturnReceives.Rows, receive => ReturnView.Receive(company, receive)),
        ["creditnotes"] = List(company.CreditNotes.Rows, note => Document(company, note, "creditnote", new JsonObject
        {
            ["creditnote_id"] = note.Id,
            ["creditnote_number"] = note.Number,
            ["balance"] = note.Balance,
            ["refunded_amount"] = note.Refunded,
            ["invoice_id"] = note.InvoiceId,
            ["invoice_ids"] = new JsonArray([.. note.Applied.Select(part => (JsonNode)part.InvoiceId)]),
        })),
        ["creditnote_refunds"] = List(company.CreditRefunds.Rows, refund => CreditRefunds.Show(company, refund)),
        ["inventory_adjustments"] = List(company.Adjustments.Rows, adjustment => AdjustmentView.Full(company, adjustment)),
        ["transfer_orders"] = List(company.TransferOrders.Rows, order => TransferView.Row(company, order)),
        ["purchaseorders"] = List(company.PurchaseOrders.Rows, order => PurchaseView.Row(company, order)),
        ["purchasereceives"] = List(company.PurchaseReceives.Rows, receive => PurchaseView.Receive(company, receive)),
        ["bills"] = List(company.Bills.Rows, bill => BillView.Row(company, bill)),
        ["packages"] = List(company.Packages.Rows, package =>
        {
            var view = package.ToSummary(company);
            view["salesorder_id"] = package.SalesOrderId;
            return view;
        }),
        ["shipmentorders"] = List(company.Shipments.Rows, shipment =>
        {
            var view = shipment.ToSummary();
            view["salesorder_id"] = shipment.SalesOrderId;
            return view;
        }),
    };

    private static JsonObject Document(Company company, TradeDocument document, string module, JsonObject view)
    {
        view["reference_number"] = document.ReferenceNumber;
        view["status"] = document.Status;
        view["date"] = CompanyClock.Show(document.Date);
        view["customer_id"] = document.CustomerId;
        view["customer_name"] = document.CustomerName;
        view["currency_code"] = company.Currency(document.CurrencyId).Code;
        view["sub_total"] = document.SubTotal;
        view["tax_total"] = document.TaxTotal;
        view["shipping_charge"] = document.ShippingCharge;
        view["adjustment"] = document.Adjustment;
        view["total"] = document.Total;
        view["line_count"] = document.Lines.Count;
        view["quantity"] = document.Lines.Sum(line => line.Quantity);
        view["custom_field_hash"] = document.Custom.ToHash(company, module);
        return view;
    }

    private static JsonArray List<T>(IEnumerable<T> rows, Func<T, JsonObject> show) =>
        new([.. rows.Select(row => (JsonNode)show(row))]);
}
