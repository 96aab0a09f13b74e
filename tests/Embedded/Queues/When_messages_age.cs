namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_messages_age : QueueSuite
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData((7 * 24 * 3600) + 1)]
    [InlineData(365 * 24 * 3600)]
    public async Task They_live_as_long_as_they_are_told(int seconds)
    {
        var sent = (await Queue.SendMessageAsync("x", timeToLive: Second * seconds)).Value;
        Assert.Equal(seconds, (sent.ExpirationTime - sent.InsertionTime).TotalSeconds, tolerance: 1);
    }

    [Fact]
    public async Task An_expired_one_cannot_be_updated_or_deleted()
    {
        var sent = (await Queue.SendMessageAsync("x", timeToLive: Second)).Value;
        await Account.PassAsync(3 * Second);
        await RefusedAsync(404, "MessageNotFound", () => Queue.UpdateMessageAsync(sent.MessageId, sent.PopReceipt, "y"));
        await RefusedAsync(404, "MessageNotFound", () => Queue.DeleteMessageAsync(sent.MessageId, sent.PopReceipt));
    }

    [Fact]
    public async Task One_whose_lease_ran_out_stands_behind_those_that_waited()
    {
        foreach (var text in (string[])["1", "2", "3"]) await Queue.SendMessageAsync(text);
        await ReceiveAsync(seconds: 2);
        await Account.PassAsync(3 * Second);
        Assert.Equal(["2", "3", "1"], (await Queue.PeekMessagesAsync(32)).Value.Select(m => m.MessageText));
        Assert.Equal(["2", "3", "1"], (await Queue.ReceiveMessagesAsync(32)).Value.Select(m => m.MessageText));
    }

    [Fact]
    public async Task A_receiver_may_hide_it_for_longer_than_it_lives()
    {
        await Queue.SendMessageAsync("x", timeToLive: 10 * Second);
        var received = await ReceiveAsync(seconds: 60);
        Assert.True(received.NextVisibleOn > received.ExpiresOn);
    }
}
