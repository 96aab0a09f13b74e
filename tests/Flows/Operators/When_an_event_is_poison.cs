using System.Text.Json;
using Azure.Storage.Queues;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

public sealed class When_an_event_is_poison
{
    [Fact]
    public async Task It_becomes_a_dead_letter_and_finds_its_flow_when_it_is_resubmitted()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.SettledAsync(paid);
        var events = await world.StripeAsync("/v1/events?type=payment_intent.succeeded");
        var id = events.GetProperty("data")[0].GetProperty("id").GetString();

        await PoisonAsync(world, $$"""{"Connection":"stripe","EventId":"{{id}}"}""");
        var letter = await LetterAsync(world, $"event-stripe:{id}");
        Assert.Equal("event-not-routed", letter.GetProperty("failure").GetProperty("code").GetString());

        Assert.Equal(202, (await world.ActAsync($"/api/dead-letters/event-stripe:{id}/resubmit")).Status);
        await world.RunAsync($"event-stripe:{id}", "done");
        Assert.Empty((await world.GetAsync("/api/dead-letters")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_message_that_is_none_of_ours_says_so_and_cannot_be_resubmitted()
    {
        await using var world = await World.StartAsync();

        await PoisonAsync(world, "not json");
        var letter = await LetterAsync(world, null);
        var (status, refusal) = await world.ActAsync($"/api/dead-letters/{letter.GetProperty("runId").GetString()}/resubmit");

        Assert.Equal("unreadable-message", letter.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal((409, true), (status, refusal.GetProperty("message").GetString()!.Contains("close the entry")));
    }

    private static async Task PoisonAsync(World world, string message) =>
        await new QueueClient("IsthmusHome=" + world.Home, "events-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })
            .SendMessageAsync(message);

    private static Task<JsonElement> LetterAsync(World world, string? id) =>
        Patience.UntilAsync<JsonElement>(async () =>
        {
            var items = (await world.GetAsync("/api/dead-letters?flow=event")).GetProperty("items").EnumerateArray().ToList();
            return items.Find(i => id is null || i.GetProperty("runId").GetString() == id) is { ValueKind: JsonValueKind.Object } found
                ? found : null;
        });
}
