using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Does what people do in Zoho: they credit, ship, take goods back and in.</summary>
internal sealed class BackOffice(World world)
{
    private const string Zoho = "/_sandbox/zoho-inventory";

    private DateOnly Day => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);

    /// <summary>A part of an invoice is credited, and a person records that it is paid back.</summary>
    public async Task CreditAsync(Payment payment, int tenths)
    {
        if (await FindAsync("invoices", payment) is not { } invoice) return;
        var amount = payment.Tenths(tenths) / payment.Units;
        var credited = await ByHandAsync($"/creditnotes?invoice_id={Text(invoice, "invoice_id")}", new
        {
            customer_id = Text(invoice, "customer_id"),
            date = $"{Day:yyyy-MM-dd}",
            reference_number = payment.Intent,
            line_items = new[] { new { name = "Goodwill", rate = amount, quantity = 1 } },
        });
        if (credited is { } note)
            await ByHandAsync(
                $"/creditnotes/{Text(note.GetProperty("creditnote"), "creditnote_id")}/refunds",
                new { date = $"{Day:yyyy-MM-dd}", refund_mode = "creditcard", amount });
    }

    /// <summary>What is left of an order is shipped, or only one unit of each of its lines.</summary>
    public async Task ShipAsync(Payment payment, bool part)
    {
        if (await FindAsync("salesorders", payment) is not { } order) return;
        var id = Text(order, "salesorder_id");
        object body = part ? new { lines = await OneOfEachAsync(id) } : new { };
        await world.Sandbox.PostAsJsonAsync($"{Zoho}/salesorders/{id}/ship", body);
    }

    /// <summary>What was shipped of an order, all of it at the latest now, comes back, and is taken in.</summary>
    public async Task TakeBackAsync(Payment payment, bool received)
    {
        if (await FindAsync("salesorders", payment) is not { } order) return;
        var path = $"{Zoho}/salesorders/{Text(order, "salesorder_id")}";
        await world.Sandbox.PostAsJsonAsync(path + "/ship", new { });
        var answer = await world.Sandbox.PostAsJsonAsync(path + "/return", new { });
        if (answer.IsSuccessStatusCode && received) await TakeInAsync();
    }

    /// <summary>Whatever is announced to come back comes.</summary>
    public async Task TakeInAsync()
    {
        foreach (var back in (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("salesreturns").EnumerateArray())
            await world.Sandbox.PostAsJsonAsync($"{Zoho}/salesreturns/{Text(back, "salesreturn_id")}/receive", new { });
    }

    /// <summary>Goods come into the house.</summary>
    public async Task ReceiveAsync(int sku, int units)
    {
        var item = (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("items").EnumerateArray()
            .First(each => Text(each, "sku") == Catalogue.Sku(sku));
        await ByHandAsync("/inventoryadjustments", new
        {
            date = $"{Day:yyyy-MM-dd}", reason = "Goods received", adjustment_type = "quantity",
            line_items = new[] { new { item_id = Text(item, "item_id"), quantity_adjusted = units } },
        });
    }

    private async Task<IEnumerable<object>> OneOfEachAsync(string order)
    {
        var shown = await ByHandAsync($"/salesorders/{order}", new { }, "GET");
        return shown is not { } read ? [] : read.GetProperty("salesorder").GetProperty("line_items").EnumerateArray()
            .Where(line => line.TryGetProperty("product_type", out var type) && type.GetString() == "goods")
            .Select(line => (object)new { line_item_id = Text(line, "line_item_id"), quantity = 1 });
    }

    private async Task<JsonElement?> FindAsync(string kind, Payment payment)
    {
        var found = (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty(kind).EnumerateArray()
            .FirstOrDefault(record => Text(record, "reference_number") == payment.Intent);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }

    /// <summary>Zoho refuses what does not fit; that is a history as well.</summary>
    private async Task<JsonElement?> ByHandAsync(string path, object body, string method = "POST")
    {
        var answer = await world.Sandbox.PostAsJsonAsync($"{Zoho}/by-hand", new { method, path, body });
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();
}
