using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

public sealed class When_records_are_repaired
{
    [Fact]
    public async Task An_edited_copy_goes_through_and_closes_the_entry_of_its_parent()
    {
        await using var world = await World.StartAsync();
        var paid = await DeadOrderAsync(world);
        var record = await world.GetAsync($"/api/dead-letters/{paid.RunId}/record");
        Assert.Equal("***", record.GetProperty("customer").GetProperty("email").GetString());
        var lines = record.GetProperty("lines").EnumerateArray().Select(l => l.ToString().Replace("CUP-2", "BTL-1L")).ToList();
        var patch = JsonDocument.Parse($"{{\"lines\":[{string.Join(',', lines)}]}}").RootElement;

        var (status, answer) = await world.ActAsync($"/api/dead-letters/{paid.RunId}/edit", patch);

        Assert.Equal(202, status);
        var change = Assert.Single(answer.GetProperty("changes").EnumerateArray());
        Assert.Equal(("lines[1].sku", "\"CUP-2\"", "\"BTL-1L\""), (
            change.GetProperty("path").GetString(), change.GetProperty("before").GetString(), change.GetProperty("after").GetString()));
        var copy = await world.RunAsync(answer.GetProperty("id").GetString()!, "done");
        Assert.Equal(paid.RunId, copy.GetProperty("run").GetProperty("parent").GetString());
        var ledger = await world.SettledAsync(paid);
        ledger.HasOneOfEverything(95.10m);
        Assert.Empty((await world.GetAsync("/api/dead-letters")).GetProperty("items").EnumerateArray());
        await world.ListedAsync("so2sage-" + ledger.SalesOrders[0].GetProperty("salesorder_id").GetString(), "sales-order-to-sage", "done");
        Assert.True((await world.GetAsync("/api/runs/balance")).GetProperty("balanced").GetBoolean());
    }

    [Theory]
    [InlineData("""{"total":1}""", "belong to the payment")]
    [InlineData("""{"lines":7}""", "not an order any more")]
    [InlineData("""{}""", "changes nothing")]
    [InlineData("""{"customer":{"email":"ana"}}""", "customer.email")]
    public async Task An_edit_that_makes_no_sound_order_is_refused_with_the_reason(string patch, string why)
    {
        await using var world = await World.StartAsync();
        var paid = await DeadOrderAsync(world);

        var (status, answer) = await world.ActAsync($"/api/dead-letters/{paid.RunId}/edit", JsonDocument.Parse(patch).RootElement);

        Assert.Equal(409, status);
        Assert.Contains(why, answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_run_goes_on_from_the_failed_step_without_reading_its_source_again()
    {
        await using var world = await World.StartAsync();
        var paid = await DeadOrderAsync(world);
        await world.StockAsync("CUP-2");

        await world.ActAsync($"/api/dead-letters/{paid.RunId}/resubmit?from=step");

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        var steps = (await world.GetAsync("/api/runs/" + paid.RunId)).GetProperty("steps").EnumerateArray();
        Assert.Single(steps, step => step.GetProperty("name").GetString() == "read the order");
    }

    [Fact]
    public async Task Assigning_noting_and_closing_are_audited_once_however_often_they_are_asked_for()
    {
        await using var world = await World.StartAsync();
        var paid = await DeadOrderAsync(world);
        string[] actions = ["assign?owner=maria", "note?text=Asked%20the%20shop.", "close"];

        foreach (var action in actions.Concat(actions.Skip(1)))
            Assert.Equal(200, (await world.ActAsync($"/api/dead-letters/{paid.RunId}/{action}")).Status);

        var closed = Assert.Single((await world.GetAsync("/api/dead-letters?closed=true&owner=maria")).GetProperty("items").EnumerateArray());
        Assert.Equal("Asked the shop.", Assert.Single(closed.GetProperty("notes").EnumerateArray()).GetProperty("text").GetString());
        var audited = (await world.GetAsync("/api/audit")).GetProperty("items").EnumerateArray()
            .Where(e => e.GetProperty("actor").GetString() == "operator").Select(e => e.GetProperty("action").GetString());
        Assert.Equal(["close dead letter", "note on dead letter", "assign dead letter"], audited);
        var (status, refusal) = await world.ActAsync($"/api/dead-letters/{paid.RunId}/resubmit");
        Assert.Equal((409, true), (status, refusal.GetProperty("message").GetString()!.Contains("closed")));
    }

    /// <summary>An order that stops at an item which nobody has.</summary>
    private static async Task<Checkout> DeadOrderAsync(World world)
    {
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        return paid;
    }
}
