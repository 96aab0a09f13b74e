namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_updating_a_message : QueueSuite
{
    [Fact]
    public async Task Its_lease_is_renewed_and_its_text_stays()
    {
        await Queue.SendMessageAsync("x");
        var message = await ReceiveAsync(seconds: 2);
        await Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.FromSeconds(7));
        await Account.PassAsync(TimeSpan.FromSeconds(3));
        Assert.Null((await Queue.ReceiveMessageAsync()).Value);
        await Account.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(("x", 2), ((await ReceiveAsync()) is { } again ? (again.MessageText, again.DequeueCount) : default));
    }

    [Fact]
    public async Task Its_text_can_be_replaced_and_it_can_be_shown_at_once()
    {
        await Queue.SendMessageAsync("x");
        var message = await ReceiveAsync();
        await Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, "y");
        Assert.Equal("y", (await ReceiveAsync()).MessageText);
    }

    [Fact]
    public async Task Only_the_new_receipt_counts_from_then_on()
    {
        await Queue.SendMessageAsync("x");
        var message = await ReceiveAsync();
        var updated = (await Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt,
            visibilityTimeout: TimeSpan.FromSeconds(9))).Value;
        await RefusedAsync(400, "PopReceiptMismatch", () => Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, "y"));
        message = message.Update(updated);
        await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }

    [Fact]
    public async Task The_sender_may_update_what_nobody_has_received()
    {
        var sent = (await Queue.SendMessageAsync("x")).Value;
        await Queue.UpdateMessageAsync(sent.MessageId, sent.PopReceipt, "y");
        Assert.Equal("y", (await ReceiveAsync()).MessageText);
    }

    [Fact]
    public async Task A_text_that_is_too_long_or_a_time_out_of_range_is_refused()
    {
        await Queue.SendMessageAsync("x");
        var message = await ReceiveAsync();
        await RefusedAsync(413, "RequestBodyTooLarge",
            () => Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, new string('x', 65537)));
        await RefusedAsync(400, "OutOfRangeQueryParameterValue",
            () => Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.FromDays(8)));
    }

    [Fact]
    public async Task Nothing_can_be_done_without_an_id_or_a_receipt()
    {
        var sent = (await Queue.SendMessageAsync("x")).Value;
        await Assert.ThrowsAsync<ArgumentNullException>(() => Queue.DeleteMessageAsync(sent.MessageId, null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Queue.UpdateMessageAsync(sent.MessageId, null!));
        await RefusedAsync(400, "PopReceiptMismatch", () => Queue.DeleteMessageAsync(sent.MessageId, ""));
    }

    [Fact]
    public Task A_missing_one_is_told() =>
        RefusedAsync(404, "MessageNotFound", () => Queue.UpdateMessageAsync(Guid.NewGuid().ToString(), "AAAA", "y"));
}
