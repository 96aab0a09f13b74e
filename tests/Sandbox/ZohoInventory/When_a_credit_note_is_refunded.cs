using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_a_credit_note_is_refunded : ZohoTest
{
    [Fact]
    public async Task It_closes_when_nothing_is_left()
    {
        var note = await NoteAsync();
        (await Zoho.RefundAsync(note, 12)).Accepted();
        Assert.Equal("open", Shop.Text(await Zoho.ReadNoteAsync(note), "status"));
        (await Zoho.RefundAsync(note, 8, "re_2")).Accepted();
        var after = await Zoho.ReadNoteAsync(note);
        Assert.Equal(("closed", 0m), (Shop.Text(after, "status"), Shop.Number(after, "balance")));
    }

    [Fact]
    public async Task More_than_is_left_is_refused()
    {
        var note = await NoteAsync();
        (await Zoho.RefundAsync(note, 20.01m)).Refused(36005, "more than the balance");
        Assert.Equal(20m, Shop.Number(await Zoho.ReadNoteAsync(note), "balance"));
    }

    [Fact]
    public async Task A_draft_is_refused()
    {
        var note = (await Zoho.CreditAsync(await Zoho.SentInvoiceAsync(paid: true), draft: true)).Accepted()["creditnote"];
        (await Zoho.RefundAsync(note, 1)).Refused(36005, "draft");
    }

    [Fact]
    public async Task Its_refunds_are_listed_for_the_note_and_for_all_notes()
    {
        var note = await NoteAsync();
        var refund = (await Zoho.RefundAsync(note, 5, "re_9")).Accepted()["creditnote_refund"];
        foreach (var path in new[] { $"/creditnotes/{Shop.Text(note, "creditnote_id")}/refunds", "/creditnotes/refunds" })
        {
            var listed = Assert.Single((await Zoho.GetAsync(path)).Accepted()["creditnote_refunds"].AsArray())!;
            Assert.Equal(Shop.Text(refund, "creditnote_refund_id"), Shop.Text(listed, "creditnote_refund_id"));
            Assert.Equal("re_9", Shop.Text(listed, "reference_number"));
        }
        Assert.Empty((await Zoho.GetAsync("/creditnotes/refunds?customer_id=1"))["creditnote_refunds"].AsArray());
    }

    [Fact]
    public async Task A_refund_can_be_changed_and_taken_back()
    {
        var note = await NoteAsync();
        var refund = (await Zoho.RefundAsync(note, 20)).Accepted()["creditnote_refund"];
        var path = $"/creditnotes/{Shop.Text(note, "creditnote_id")}/refunds/{Shop.Text(refund, "creditnote_refund_id")}";
        (await Zoho.PutAsync(path, new { amount = 15, reference_number = "re_7" })).Accepted();
        Assert.Equal("re_7", Shop.Text((await Zoho.GetAsync(path))["creditnote_refund"], "reference_number"));
        Assert.Equal(5m, Shop.Number(await Zoho.ReadNoteAsync(note), "balance"));
        (await Zoho.DeleteAsync(path)).Accepted();
        Assert.Equal(("open", 20m), (Shop.Text(await Zoho.ReadNoteAsync(note), "status"),
            Shop.Number(await Zoho.ReadNoteAsync(note), "balance")));
        Assert.Equal(1002, (await Zoho.GetAsync(path)).Code);
    }

    [Fact]
    public async Task Its_reference_can_still_be_changed_and_its_worth_cannot()
    {
        var note = await NoteAsync();
        (await Zoho.RefundAsync(note, 5)).Accepted();
        var path = $"/creditnotes/{Shop.Text(note, "creditnote_id")}";
        var after = (await Zoho.PutAsync(path, new { reference_number = "re_5" })).Accepted()["creditnote"];
        Assert.Equal(("re_5", 15m), (Shop.Text(after, "reference_number"), Shop.Number(after, "balance")));
        var line = new { item_id = Shop.Text(note["line_items"]![0]!, "item_id"), rate = 1, quantity = 1 };
        (await Zoho.PutAsync(path, new { line_items = new[] { line } })).Refused(36005, "refunded");
    }

    [Fact]
    public async Task A_note_with_refunds_can_be_neither_voided_nor_deleted()
    {
        var note = await NoteAsync();
        (await Zoho.RefundAsync(note, 5)).Accepted();
        var path = $"/creditnotes/{Shop.Text(note, "creditnote_id")}";
        (await Zoho.PostAsync(path + "/void")).Refused(36005, "refunded");
        (await Zoho.DeleteAsync(path)).Refused(36005, "refunded");
    }

    private async Task<JsonNode> NoteAsync() =>
        (await Zoho.CreditAsync(await Zoho.SentInvoiceAsync(paid: true), 2)).Accepted()["creditnote"];
}
