namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_people_work_in_the_product : ZohoTest
{
    [Fact]
    public async Task What_they_do_by_hand_is_no_call_of_the_API()
    {
        var customer = await Zoho.CustomerAsync();
        var before = await CallsAsync();
        var path = $"/contacts/{customer}";
        await Zoho.ControlAsync("/by-hand", new { method = "PUT", path, body = new { company_name = "Analytical Engines" } });
        Assert.Equal(before, await CallsAsync());
        Assert.Equal("Analytical Engines", Shop.Text((await Zoho.GetAsync(path))["contact"], "company_name"));
    }

    [Fact]
    public async Task A_merged_contact_vanishes_and_its_documents_are_the_others()
    {
        var (loser, winner) = (await Zoho.CustomerAsync("Ada Byron"), await Zoho.CustomerAsync("Ada Lovelace"));
        var order = await Zoho.OrderAsync(loser, await Zoho.ItemAsync());
        var invoice = (await Zoho.InvoiceAsync(order)).Accepted()["invoice"];
        (await Zoho.PostAsync($"/invoices/{Shop.Text(invoice, "invoice_id")}/status/sent")).Accepted();
        await Zoho.ControlAsync($"/contacts/{loser}/merge", new { into = winner });
        Assert.Equal(1002, (await Zoho.GetAsync($"/contacts/{loser}")).Code);
        var kept = (await Zoho.GetAsync($"/contacts/{winner}"))["contact"];
        Assert.Equal((30m, 2), (Shop.Number(kept, "outstanding_receivable_amount"), kept["contact_persons"]!.AsArray().Count));
        Assert.Single((await Zoho.GetAsync($"/invoices?customer_id={winner}"))["invoices"].AsArray());
        Assert.Equal("Ada Lovelace", Shop.Text((await Zoho.GetAsync("/salesorders"))["salesorders"][0]!, "customer_name"));
    }

    [Fact]
    public async Task A_contact_has_one_primary_person()
    {
        var customer = await Zoho.CustomerAsync();
        var person = new { contact_id = customer, first_name = "Anne", email = "anne@example.com", is_primary_contact = true };
        (await Zoho.PostAsync("/contacts/contactpersons", person)).Accepted();
        var contact = (await Zoho.GetAsync($"/contacts/{customer}"))["contact"];
        Assert.Equal("anne@example.com", Shop.Text(contact, "email"));
        Assert.Single(contact["contact_persons"]!.AsArray(), row => row!["is_primary_contact"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_contact_with_a_credit_note_cannot_be_deleted()
    {
        var invoice = await Zoho.SentInvoiceAsync(paid: true);
        (await Zoho.CreditAsync(invoice)).Accepted();
        (await Zoho.DeleteAsync($"/contacts/{Shop.Text(invoice, "customer_id")}")).Refused(36005, "transactions");
    }

    private async Task<string> CallsAsync() => (await Zoho.Server.GetAsync("/_sandbox/calls")).ToJsonString();
}
