using Azure;

namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_receiving_messages : QueueSuite
{
    [Fact]
    public async Task An_empty_queue_gives_none()
    {
        Assert.Empty((await Queue.ReceiveMessagesAsync()).Value);
        Assert.Null((await Queue.ReceiveMessageAsync()).Value);
    }

    [Fact]
    public async Task A_received_one_is_hidden_and_comes_again_when_it_is_not_deleted()
    {
        await Queue.SendMessageAsync("x");
        var first = await ReceiveAsync(seconds: 4);
        Assert.Null((await Queue.ReceiveMessageAsync()).Value);
        await Account.PassAsync(TimeSpan.FromSeconds(5));
        var second = await ReceiveAsync();
        Assert.Equal((first.MessageId, 2), (second.MessageId, second.DequeueCount));
        Assert.NotEqual(first.PopReceipt, second.PopReceipt);
    }

    [Fact]
    public async Task A_deleted_one_does_not_come_again()
    {
        await Queue.SendMessageAsync("x");
        var message = await ReceiveAsync(seconds: 2);
        await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        await Account.PassAsync(TimeSpan.FromSeconds(3));
        Assert.Null((await Queue.ReceiveMessageAsync()).Value);
    }

    [Fact]
    public async Task It_can_be_deleted_late_as_long_as_nobody_else_has_it()
    {
        await Queue.SendMessageAsync("x");
        var message = await ReceiveAsync(seconds: 2);
        await Account.PassAsync(TimeSpan.FromSeconds(3));
        await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        Assert.Equal(0, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task The_receipt_of_an_earlier_receiver_is_void()
    {
        await Queue.SendMessageAsync("x");
        var first = await ReceiveAsync(seconds: 2);
        await Account.PassAsync(TimeSpan.FromSeconds(3));
        var second = await ReceiveAsync();
        await RefusedAsync(400, "PopReceiptMismatch", () => Queue.DeleteMessageAsync(first.MessageId, first.PopReceipt));
        await Queue.DeleteMessageAsync(second.MessageId, second.PopReceipt);
        await RefusedAsync(404, "MessageNotFound", () => Queue.DeleteMessageAsync(second.MessageId, second.PopReceipt));
    }

    [Fact]
    public async Task No_message_goes_to_two_receivers()
    {
        for (var i = 0; i < 40; i++) await Queue.SendMessageAsync($"{i}");
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await Queue.ReceiveMessagesAsync(4)).Value));
        Assert.Equal(40, taken.SelectMany(m => m).Select(m => m.MessageId).Distinct().Count());
    }

    [Theory]
    [InlineData(33, 30)]
    [InlineData(1, 0)]
    [InlineData(1, (7 * 24 * 3600) + 1)]
    public Task Numbers_out_of_range_are_refused(int most, int seconds) => RefusedAsync(400, "OutOfRangeQueryParameterValue",
        () => Queue.ReceiveMessagesAsync(most, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task None_at_all_cannot_be_asked_for() => Assert.Equal(400,
        (await Assert.ThrowsAsync<RequestFailedException>(() => Queue.ReceiveMessagesAsync(0))).Status);

    [Fact]
    public async Task Peeking_leaves_them_as_they_are()
    {
        await Queue.SendMessageAsync("x");
        Assert.Equal(("x", 0),
            ((await Queue.PeekMessageAsync()).Value!.MessageText, (await Queue.PeekMessagesAsync(32)).Value[0].DequeueCount));
        Assert.Equal(1, (await ReceiveAsync()).DequeueCount);
        Assert.Empty((await Queue.PeekMessagesAsync(32)).Value);
        await RefusedAsync(400, "OutOfRangeQueryParameterValue", () => Queue.PeekMessagesAsync(33));
    }

    [Fact]
    public async Task A_missing_queue_is_told()
    {
        var missing = Service.GetQueueClient("missing");
        await RefusedAsync(404, "QueueNotFound", () => missing.ReceiveMessagesAsync());
        await RefusedAsync(404, "QueueNotFound", () => missing.PeekMessagesAsync());
        Assert.Equal(404, Assert.Throws<RequestFailedException>(() => missing.DeleteMessage("id", "receipt")).Status);
    }
}
