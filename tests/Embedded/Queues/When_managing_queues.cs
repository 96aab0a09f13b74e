using Azure;
using Azure.Storage.Queues.Models;

namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_managing_queues : QueueSuite
{
    private static readonly Dictionary<string, string> Owner = new() { ["owner"] = "finance" };
    private readonly string prefix = "m" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Creating_one_that_is_there_changes_nothing()
    {
        Assert.Equal(204, (await Queue.CreateAsync()).Status);
        Assert.Null(await Queue.CreateIfNotExistsAsync());
        await RefusedAsync(409, "QueueAlreadyExists", () => Queue.CreateAsync(Owner));
        Assert.Null(await Queue.CreateIfNotExistsAsync(Owner));
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("Orders", "InvalidResourceName")]
    [InlineData("my_queue", "InvalidResourceName")]
    [InlineData("my--queue", "InvalidResourceName")]
    [InlineData("-queue", "InvalidResourceName")]
    [InlineData("queue-", "InvalidResourceName")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "OutOfRangeInput")]
    public Task A_name_that_is_none_is_refused(string name, string code) =>
        RefusedAsync(400, code, () => Service.CreateQueueAsync(name));

    [Theory]
    [InlineData("Orders", "InvalidResourceName")]
    [InlineData("ab", "OutOfRangeInput")]
    public async Task It_is_refused_whatever_is_asked_of_it(string name, string code)
    {
        var queue = Service.GetQueueClient(name);
        await RefusedAsync(400, code, () => queue.SendMessageAsync("x"));
        await RefusedAsync(400, code, () => queue.ReceiveMessageAsync());
        await RefusedAsync(400, code, () => queue.PeekMessagesAsync());
        await RefusedAsync(400, code, () => queue.ExistsAsync());
        await RefusedAsync(400, code, () => queue.GetPropertiesAsync());
        await RefusedAsync(400, code, () => queue.CreateIfNotExistsAsync());
        await RefusedAsync(400, code, () => queue.DeleteIfExistsAsync());
        await RefusedAsync(400, code, () => queue.ClearMessagesAsync());
    }

    [Fact]
    public async Task What_is_done_to_a_missing_one_is_refused()
    {
        var missing = Service.GetQueueClient("missing");
        await RefusedAsync(404, "QueueNotFound", () => missing.GetPropertiesAsync());
        await RefusedAsync(404, "QueueNotFound", () => missing.SetMetadataAsync(Owner));
        await RefusedAsync(404, "QueueNotFound", () => missing.ClearMessagesAsync());
        Assert.Null((await missing.ExistsAsync()).GetRawResponse());
        Assert.Null((await missing.DeleteIfExistsAsync()).GetRawResponse());
    }

    [Fact]
    public void A_page_holds_one_at_least() => Assert.Equal(400,
        Assert.Throws<RequestFailedException>(() => Service.GetQueues().AsPages(pageSizeHint: 0).First()).Status);

    [Fact]
    public async Task Deleting_takes_the_messages_along()
    {
        await Queue.SendMessageAsync("x");
        await Queue.DeleteAsync();
        Assert.False((await Queue.ExistsAsync()).Value);
        Assert.False((await Queue.DeleteIfExistsAsync()).Value);
        await RefusedAsync(404, "QueueNotFound", () => Queue.DeleteAsync());
    }

    [Fact]
    public async Task Properties_tell_how_many_messages_there_are_hidden_ones_included()
    {
        foreach (var text in (string[])["1", "2", "3"]) await Queue.SendMessageAsync(text);
        var message = await ReceiveAsync();
        Assert.Equal(3, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        Assert.Equal(2, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        await Queue.ClearMessagesAsync();
        Assert.Equal(0, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Queues_are_listed_by_prefix_in_pages()
    {
        foreach (var name in (string[])["b", "a", "c"]) await Service.CreateQueueAsync(prefix + name, Owner);
        var pages = Service.GetQueues(QueueTraits.Metadata, prefix).AsPages(pageSizeHint: 2).ToList();
        Assert.Equal([prefix + "a", prefix + "b", prefix + "c"], pages.SelectMany(p => p.Values).Select(q => q.Name));
        Assert.Equal("finance", pages[0].Values[0].Metadata!["owner"]);
        foreach (var name in (string[])["a", "b", "c"]) await Service.DeleteQueueAsync(prefix + name);
    }
}
