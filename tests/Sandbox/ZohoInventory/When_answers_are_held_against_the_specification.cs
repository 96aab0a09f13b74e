using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_answers_are_held_against_the_specification : ZohoTest
{
    /// <summary>Not in the files, but seen in live answers (vendor notes, sections 3, 8, 10 to 14).</summary>
    private static readonly HashSet<string> seenLive =
    [
        "custom_field_hash", "invoiced_status", "shipped_status", "paid_status", "current_sub_status", "sub_statuses",
        "shipmentorder_id", "quantity_cancelled", "actual_committed_stock",
        "purchaseorder", "purchasereceive",
    ];

    [SpecificationFact]
    public async Task Every_member_has_a_name_of_the_vendors()
    {
        var known = Specification.Load().AnswerNames();
        var strange = new SortedSet<string>();
        foreach (var path in await RecordsAsync())
            strange.UnionWith(Names((await Zoho.GetAsync(path)).Accepted().Json));
        strange.ExceptWith(known);
        strange.ExceptWith(seenLive);
        Assert.True(strange.Count == 0, string.Join(" ", strange));
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray rows => rows.SelectMany(Names),
        _ => [],
    };

    private async Task<IEnumerable<string>> RecordsAsync()
    {
        var item = await Zoho.ItemAsync();
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), item);
        var invoice = Shop.Text((await Zoho.InvoiceAsync(order))["invoice"], "invoice_id");
        (await Zoho.PostAsync($"/invoices/{invoice}/status/sent")).Accepted();
        var payment = (await Zoho.PostAsync("/customerpayments", new
        {
            customer_id = Shop.Text(order, "customer_id"),
            payment_mode = "others",
            amount = 30,
            invoices = new[] { new { invoice_id = invoice, amount_applied = 30 } },
        })).Accepted()["payment"];
        var shipped = await Zoho.ControlAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}/ship", new { });
        return
        [
            $"/salesorders/{Shop.Text(order, "salesorder_id")}", "/salesorders",
            $"/invoices/{invoice}", "/invoices", $"/items/{item}", "/items",
            $"/customerpayments/{Shop.Text(payment, "payment_id")}", "/customerpayments",
            $"/packages/{Shop.Text(shipped, "package_id")}", "/packages",
            $"/shipmentorders/{Shop.Text(shipped, "shipment_id")}", "/locations",
            $"/contacts/{Shop.Text(order, "customer_id")}", "/contacts",
            .. await CreditedAsync(invoice, Shop.Text(order, "salesorder_id")),
            .. await BoughtAsync(item),
            "/settings/taxes", "/settings/currencies", "/organizations",
        ];
    }

    private async Task<IEnumerable<string>> CreditedAsync(string invoiceId, string orderId)
    {
        var back = await Zoho.ControlAsync($"/salesorders/{orderId}/return", new { });
        await Zoho.ControlAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}/receive", new { });
        var invoice = (await Zoho.GetAsync($"/invoices/{invoiceId}"))["invoice"];
        var note = (await Zoho.CreditAsync(invoice)).Accepted()["creditnote"];
        (await Zoho.RefundAsync(note, 1)).Accepted();
        var adjusted = (await Zoho.AdjustAsync(Shop.Text(invoice["line_items"]![0]!, "item_id"), 1)).Accepted();
        var path = $"/creditnotes/{Shop.Text(note, "creditnote_id")}";
        return
        [
            $"/salesreturns/{Shop.Text(back, "salesreturn_id")}", "/salesreturns", path, path + "/invoices", path + "/refunds",
            "/creditnotes", "/creditnotes/refunds", $"/invoices/{invoiceId}/creditsapplied", "/inventoryadjustments",
            $"/inventoryadjustments/{Shop.Text(adjusted["inventory_adjustment"], "inventory_adjustment_id")}",
        ];
    }

    private async Task<IEnumerable<string>> BoughtAsync(string item)
    {
        var order = await Zoho.PurchaseAsync(item);
        var receive = (await Zoho.ReceiveAsync(order, 1)).Accepted()["purchasereceive"];
        var bill = (await Zoho.BillAsync(order, 1)).Accepted()["bill"];
        var moved = (await Zoho.TransferAsync(item, 1)).Accepted()["transfer_order"];
        return
        [
            $"/purchaseorders/{Shop.Text(order, "purchaseorder_id")}", "/purchaseorders",
            $"/purchasereceives/{Shop.Text(receive, "receive_id")}",
            $"/transferorders/{Shop.Text(moved, "transfer_order_id")}", "/transferorders",
            $"/bills/{Shop.Text(bill, "bill_id")}", "/bills",
        ];
    }
}
