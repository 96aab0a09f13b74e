using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>Invoices with a history, and credit notes for them.</summary>
public static class Credits
{
    /// <summary>A sent invoice over three units at 10.00, paid in full where so asked.</summary>
    public static async Task<JsonNode> SentInvoiceAsync(this ZohoClient zoho, bool paid = false, bool shipped = false)
    {
        var order = await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
        if (shipped) await zoho.ControlAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}/ship", new { });
        var invoice = (await zoho.InvoiceAsync(order)).Accepted()["invoice"];
        (await zoho.PostAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}/status/sent")).Accepted();
        if (paid) (await zoho.PayAsync(invoice)).Accepted();
        return invoice;
    }

    public static Task<Reply> PayAsync(this ZohoClient zoho, JsonNode invoice, decimal amount = 30) =>
        zoho.PostAsync("/customerpayments", new
        {
            customer_id = Shop.Text(invoice, "customer_id"),
            payment_mode = "others",
            amount,
            invoices = new[] { new { invoice_id = Shop.Text(invoice, "invoice_id"), amount_applied = amount } },
        });

    /// <summary>A credit note for some units of the invoice's only line.</summary>
    public static Task<Reply> CreditAsync(this ZohoClient zoho, JsonNode invoice, decimal quantity = 1, bool convert = true,
        bool? shipped = null, bool draft = false) =>
        zoho.PostAsync("/creditnotes" + (convert ? $"?invoice_id={Shop.Text(invoice, "invoice_id")}" : ""), new
        {
            customer_id = Shop.Text(invoice, "customer_id"),
            date = "2026-11-21",
            reference_number = "re_1",
            is_draft = draft,
            line_items = new[]
            {
                new
                {
                    item_id = Shop.Text(invoice["line_items"]![0]!, "item_id"),
                    invoice_id = Shop.Text(invoice, "invoice_id"),
                    invoice_item_id = Shop.Text(invoice["line_items"]![0]!, "line_item_id"),
                    is_item_shipped = shipped,
                    rate = 10m,
                    quantity,
                },
            },
        });

    public static Task<Reply> RefundAsync(this ZohoClient zoho, JsonNode note, decimal amount, string reference = "re_1") =>
        zoho.PostAsync($"/creditnotes/{Shop.Text(note, "creditnote_id")}/refunds", new
        {
            date = "2026-11-21",
            refund_mode = "others",
            amount,
            reference_number = reference,
            from_account_id = Shop.Clearing,
        });

    public static async Task<JsonNode> ReadNoteAsync(this ZohoClient zoho, JsonNode note) =>
        (await zoho.GetAsync($"/creditnotes/{Shop.Text(note, "creditnote_id")}")).Accepted()["creditnote"];
}
