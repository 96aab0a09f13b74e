using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_a_payment_is_recorded : ZohoTest
{
    [Fact]
    public async Task The_invoice_is_paid_when_nothing_is_left()
    {
        var invoice = await SentInvoiceAsync();
        var payment = (await PayAsync(invoice, 30, 30)).Accepted()["payment"];
        Assert.Equal(0, Shop.Number(payment, "unused_amount"));
        Assert.Equal("Stripe Clearing", Shop.Text(payment, "account_name"));
        var after = (await Zoho.GetAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}"))["invoice"];
        Assert.Equal("paid", Shop.Text(after, "status"));
        Assert.Equal(0, Shop.Number(after, "balance"));
    }

    [Fact]
    public async Task A_part_leaves_the_invoice_partially_paid()
    {
        var invoice = await SentInvoiceAsync();
        (await PayAsync(invoice, 10, 10)).Accepted();
        var after = (await Zoho.GetAsync("/invoices?filter_by=Status.PartiallyPaid"))["invoices"].AsArray();
        Assert.Equal(20, Shop.Number(Assert.Single(after)!, "balance"));
    }

    [Fact]
    public async Task What_is_not_applied_is_the_customers_credit()
    {
        var invoice = await SentInvoiceAsync();
        var payment = (await PayAsync(invoice, 50, 30)).Accepted()["payment"];
        Assert.Equal(20, Shop.Number(payment, "unused_amount"));
        var contact = (await Zoho.GetAsync($"/contacts/{Shop.Text(invoice, "customer_id")}"))["contact"];
        Assert.Equal(20, Shop.Number(contact, "unused_credits_receivable_amount"));
        Assert.Equal(0, Shop.Number(contact, "outstanding_receivable_amount"));
    }

    [Theory]
    [InlineData(31, 31, "balance")]
    [InlineData(20, 30, "more than the payment")]
    public async Task More_than_there_is_cannot_be_applied(decimal amount, decimal applied, string part) =>
        Assert.Contains(part, (await PayAsync(await SentInvoiceAsync(), amount, applied)).Message);

    [Fact]
    public async Task A_second_payment_for_a_paid_invoice_is_refused()
    {
        var invoice = await SentInvoiceAsync();
        (await PayAsync(invoice, 30, 30)).Accepted();
        Assert.Contains("balance", (await PayAsync(invoice, 30, 30)).Message);
    }

    [Fact]
    public async Task A_draft_invoice_takes_no_payment_unless_so_set()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var invoice = (await Zoho.InvoiceAsync(order))["invoice"];
        Assert.Contains("draft", (await PayAsync(invoice, 30, 30)).Message);
        await Zoho.SetAsync(new { payDraftInvoices = true });
        (await PayAsync(invoice, 30, 30)).Accepted();
    }

    [Fact]
    public async Task It_is_found_by_its_reference()
    {
        (await PayAsync(await SentInvoiceAsync(), 30, 30)).Accepted();
        Assert.Single((await Zoho.GetAsync("/customerpayments?reference_number=ch_1"))["customerpayments"].AsArray());
        Assert.Empty((await Zoho.GetAsync("/customerpayments?reference_number=ch_2"))["customerpayments"].AsArray());
    }

    [Fact]
    public async Task Deleting_it_opens_the_invoice_again()
    {
        var invoice = await SentInvoiceAsync();
        var payment = Shop.Text((await PayAsync(invoice, 30, 30))["payment"], "payment_id");
        (await Zoho.DeleteAsync($"/customerpayments/{payment}")).Accepted();
        var after = (await Zoho.GetAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}"))["invoice"];
        Assert.Equal("sent", Shop.Text(after, "status"));
        Assert.Equal(30, Shop.Number(after, "balance"));
    }

    [Fact]
    public async Task Applying_it_anew_replaces_what_was_applied()
    {
        var invoice = await SentInvoiceAsync();
        var payment = Shop.Text((await PayAsync(invoice, 30, 30))["payment"], "payment_id");
        Assert.Contains("balance", (await ApplyAnewAsync(payment, invoice, 31)).Message);
        Assert.Equal("paid", Shop.Text((await Zoho.GetAsync("/invoices"))["invoices"][0]!, "status"));
        Assert.Equal(20, Shop.Number((await ApplyAnewAsync(payment, invoice, 10)).Accepted()["payment"], "unused_amount"));
        Assert.Equal(20, Shop.Number((await Zoho.GetAsync("/invoices"))["invoices"][0]!, "balance"));
    }

    [Fact]
    public async Task Credit_left_over_can_be_applied_to_another_invoice()
    {
        var first = await SentInvoiceAsync();
        var payment = Shop.Text((await PayAsync(first, 60, 30))["payment"], "payment_id");
        var order = await Zoho.OrderAsync(Shop.Text(first, "customer_id"), await Zoho.ItemAsync());
        var second = Shop.Text((await Zoho.InvoiceAsync(order))["invoice"], "invoice_id");
        (await Zoho.PostAsync($"/invoices/{second}/status/sent")).Accepted();
        var credits = new { invoice_payments = new[] { new { payment_id = payment, amount_applied = 30 } } };
        (await Zoho.PostAsync($"/invoices/{second}/credits", credits)).Accepted();
        Assert.Equal("paid", Shop.Text((await Zoho.GetAsync($"/invoices/{second}"))["invoice"], "status"));
    }

    private async Task<JsonNode> SentInvoiceAsync()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var invoice = (await Zoho.InvoiceAsync(order)).Accepted()["invoice"];
        (await Zoho.PostAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}/status/sent")).Accepted();
        return invoice;
    }

    private Task<Reply> ApplyAnewAsync(string payment, JsonNode invoice, decimal applied) =>
        Zoho.PutAsync($"/customerpayments/{payment}",
        new { invoices = new[] { new { invoice_id = Shop.Text(invoice, "invoice_id"), amount_applied = applied } } });

    private Task<Reply> PayAsync(JsonNode invoice, decimal amount, decimal applied) => Zoho.PostAsync("/customerpayments", new
    {
        customer_id = Shop.Text(invoice, "customer_id"),
        payment_mode = "others",
        amount,
        reference_number = "ch_1",
        bank_charges = 1.02,
        account_id = Shop.Clearing,
        invoices = new[] { new { invoice_id = Shop.Text(invoice, "invoice_id"), amount_applied = applied } },
    });
}
