using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_a_credit_note_is_made : ZohoTest
{
    [Fact]
    public async Task One_made_from_an_unpaid_invoice_settles_it_as_far_as_it_goes()
    {
        var invoice = await Zoho.SentInvoiceAsync();
        var note = (await Zoho.CreditAsync(invoice)).Accepted()["creditnote"];
        Assert.Equal("closed", Shop.Text(note, "status"));
        var after = await InvoiceAsync(invoice);
        Assert.Equal((20m, 10m), (Shop.Number(after, "balance"), Shop.Number(after, "credits_applied")));
        Assert.Equal("partially_paid", Shop.Text(after, "status"));
    }

    [Fact]
    public async Task One_made_from_a_paid_invoice_is_the_customers_credit()
    {
        var invoice = await Zoho.SentInvoiceAsync(paid: true);
        var note = (await Zoho.CreditAsync(invoice, 2)).Accepted()["creditnote"];
        Assert.Equal(("open", 20m), (Shop.Text(note, "status"), Shop.Number(note, "balance")));
        Assert.Equal("paid", Shop.Text(await InvoiceAsync(invoice), "status"));
        Assert.Equal(20m, Shop.Number(await CustomerAsync(invoice), "unused_credits_receivable_amount"));
    }

    [Fact]
    public async Task A_draft_counts_for_nothing_until_it_is_opened()
    {
        var invoice = await Zoho.SentInvoiceAsync();
        var note = (await Zoho.CreditAsync(invoice, draft: true)).Accepted()["creditnote"];
        Assert.Equal("draft", Shop.Text(note, "status"));
        Assert.Equal(30m, Shop.Number(await InvoiceAsync(invoice), "balance"));
        (await Zoho.PostAsync($"/creditnotes/{Shop.Text(note, "creditnote_id")}/converttoopen")).Accepted();
        Assert.Equal(20m, Shop.Number(await InvoiceAsync(invoice), "balance"));
    }

    [Fact]
    public async Task More_units_than_were_invoiced_are_refused()
    {
        var invoice = await Zoho.SentInvoiceAsync(paid: true);
        (await Zoho.CreditAsync(invoice, 2)).Accepted();
        (await Zoho.CreditAsync(invoice, 2)).Refused(36005, "more than the quantity invoiced");
    }

    [Fact]
    public async Task It_can_be_applied_to_another_invoice_of_the_customer_and_taken_off_again()
    {
        var paid = await Zoho.SentInvoiceAsync(paid: true);
        var note = (await Zoho.CreditAsync(paid, 3, convert: false)).Accepted()["creditnote"];
        var other = await OtherAsync(paid);
        var path = $"/creditnotes/{Shop.Text(note, "creditnote_id")}/invoices";
        var part = new { invoices = new[] { new { invoice_id = Shop.Text(other, "invoice_id"), amount_applied = 25 } } };
        (await Zoho.PostAsync(path, part)).Accepted();
        Assert.Equal(5m, Shop.Number(await InvoiceAsync(other), "balance"));
        (await Zoho.PostAsync(path, part)).Refused(36005, "more than the balance");
        var credited = (await Zoho.GetAsync(path)).Accepted()["invoices_credited"][0]!;
        Assert.Equal(Shop.Text(other, "invoice_id"), Shop.Text(credited, "invoice_id"));
        (await Zoho.DeleteAsync($"{path}/{Shop.Text(credited, "creditnote_invoice_id")}")).Accepted();
        Assert.Equal(30m, Shop.Number(await InvoiceAsync(other), "balance"));
        Assert.Equal(30m, Shop.Number(await Zoho.ReadNoteAsync(note), "balance"));
    }

    [Fact]
    public async Task Credits_given_to_an_invoice_together_are_applied_all_or_none()
    {
        var note = (await Zoho.CreditAsync(await Zoho.SentInvoiceAsync(paid: true), 3, convert: false)).Accepted()["creditnote"];
        var other = await OtherAsync(note);
        var payment = (await Zoho.PayAsync(other, 10)).Accepted()["payment"];
        (await Zoho.DeleteAsync($"/invoices/{Shop.Text(other, "invoice_id")}/payments/"
            + Shop.Text(payment["invoices"]![0]!, "invoice_payment_id"))).Accepted();
        Task<Reply> ApplyAsync(int credit) => Zoho.PostAsync($"/invoices/{Shop.Text(other, "invoice_id")}/credits", new
        {
            apply_creditnotes = new[] { new { creditnote_id = Shop.Text(note, "creditnote_id"), amount_applied = credit } },
            invoice_payments = new[] { new { payment_id = Shop.Text(payment, "payment_id"), amount_applied = 10 } },
        });
        (await ApplyAsync(25)).Refused(36005, "more than the balance");
        Assert.Equal(30m, Shop.Number(await InvoiceAsync(other), "balance"));
        (await ApplyAsync(20)).Accepted();
        Assert.Equal("paid", Shop.Text(await InvoiceAsync(other), "status"));
        var path = $"/invoices/{Shop.Text(other, "invoice_id")}/creditsapplied";
        var credit = (await Zoho.GetAsync(path)).Accepted()["credits"][0]!;
        (await Zoho.DeleteAsync($"{path}/{Shop.Text(credit, "creditnotes_invoice_id")}")).Accepted();
        Assert.Equal(20m, Shop.Number(await InvoiceAsync(other), "balance"));
    }

    [Fact]
    public async Task An_invoice_that_is_credited_cannot_be_voided()
    {
        var invoice = await Zoho.SentInvoiceAsync();
        (await Zoho.CreditAsync(invoice)).Accepted();
        (await Zoho.PostAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}/status/void")).Refused(36005, "credits");
    }

    [Fact]
    public async Task Voiding_it_gives_its_units_free_and_takes_the_stock_out_again()
    {
        var invoice = await Zoho.SentInvoiceAsync(paid: true, shipped: true);
        var note = (await Zoho.CreditAsync(invoice, 3)).Accepted()["creditnote"];
        Assert.Equal((100m, 100m), await StockAsync());
        (await Zoho.PostAsync($"/creditnotes/{Shop.Text(note, "creditnote_id")}/void")).Accepted();
        Assert.Equal((97m, 97m), await StockAsync());
        (await Zoho.CreditAsync(invoice, 3)).Accepted();
    }

    [Fact]
    public async Task Units_that_were_never_shipped_are_cancelled_on_the_order()
    {
        var invoice = await Zoho.SentInvoiceAsync(paid: true);
        (await Zoho.CreditAsync(invoice, 3, shipped: false)).Accepted();
        Assert.Equal((100m, 100m), await StockAsync());
        var order = (await Zoho.GetAsync("/salesorders"))["salesorders"][0]!;
        Assert.Equal("closed", Shop.Text(order, "status"));
        var line = new { so_line_item_id = await LineAsync(order), quantity = 1 };
        var ship = new { date = "2026-11-21", line_items = new[] { line } };
        (await Zoho.PostAsync($"/packages?salesorder_id={Shop.Text(order, "salesorder_id")}", ship))
            .Refused(36005, "more than the quantity ordered");
    }

    [Fact]
    public async Task From_a_sales_return_it_moves_the_accounting_stock_alone()
    {
        var invoice = await Zoho.SentInvoiceAsync(paid: true, shipped: true);
        var back = await Zoho.ControlAsync($"/salesorders/{Shop.Text(invoice, "salesorder_id")}/return", new { });
        var line = new
        {
            item_id = Shop.Text(invoice["line_items"]![0]!, "item_id"),
            invoice_id = Shop.Text(invoice, "invoice_id"),
            invoice_item_id = Shop.Text(invoice["line_items"]![0]!, "line_item_id"),
            salesreturn_item_id = Shop.Text(back["line_items"]![0]!, "line_item_id"),
            is_item_shipped = true,
            is_returned_to_stock = true,
            rate = 10m,
            quantity = 3,
        };
        var body = new { customer_id = Shop.Text(invoice, "customer_id"), date = "2026-11-21", line_items = new[] { line } };
        var note = (await Zoho.PostAsync("/creditnotes", body)).Accepted()["creditnote"];
        Assert.Equal((97m, 100m), await StockAsync());
        (await Zoho.RefundAsync(note, 30)).Accepted();
        var after = (await Zoho.GetAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}"))["salesreturn"];
        Assert.Equal(("refunded", 30m), (Shop.Text(after, "refund_status"), Shop.Number(after, "refunded_amount")));
        Assert.Equal(Shop.Text(note, "creditnote_id"), Shop.Text(after["creditnotes"]![0]!, "creditnote_id"));
        (await Zoho.PostAsync("/creditnotes", body)).Refused(36005, "more than the quantity");
    }

    [Fact]
    public async Task A_person_can_ask_for_the_money_to_go_back()
    {
        var note = (await Zoho.CreditAsync(await Zoho.SentInvoiceAsync(paid: true))).Accepted()["creditnote"];
        await Zoho.ControlAsync($"/creditnotes/{Shop.Text(note, "creditnote_id")}/mark-for-refund", new { });
        Assert.Equal("true", Shop.Text((await Zoho.ReadNoteAsync(note))["custom_field_hash"]!, "cf_refund_by_stripe"));
    }

    private async Task<JsonNode> OtherAsync(JsonNode invoice)
    {
        var order = await Zoho.OrderAsync(Shop.Text(invoice, "customer_id"), Shop.Text(invoice["line_items"]![0]!, "item_id"));
        var other = (await Zoho.InvoiceAsync(order)).Accepted()["invoice"];
        (await Zoho.PostAsync($"/invoices/{Shop.Text(other, "invoice_id")}/status/sent")).Accepted();
        return other;
    }

    private async Task<string> LineAsync(JsonNode order)
    {
        var full = (await Zoho.GetAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}"))["salesorder"];
        return Shop.Text(full["line_items"]![0]!, "line_item_id");
    }

    private async Task<JsonNode> InvoiceAsync(JsonNode invoice) =>
        (await Zoho.GetAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}"))["invoice"];

    private async Task<JsonNode> CustomerAsync(JsonNode invoice) =>
        (await Zoho.GetAsync($"/contacts/{Shop.Text(invoice, "customer_id")}"))["contact"];

    private async Task<(decimal Physical, decimal Accounting)> StockAsync()
    {
        var item = (await Zoho.GetAsync("/items?sku=BTL-1L"))["items"][0]!;
        return (Shop.Number(item, "actual_available_stock"), Shop.Number(item, "available_stock"));
    }
}
