using Azure;
using Azure.Storage.Queues;

namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_sending_a_message : QueueSuite
{
    [Fact]
    public async Task It_can_be_received()
    {
        var sent = (await Queue.SendMessageAsync("grüße 😀 <a&b>")).Value;
        var received = await ReceiveAsync();
        Assert.Equal("grüße 😀 <a&b>", received.MessageText);
        Assert.Equal(sent.MessageId, received.MessageId);
        Assert.Equal(1, received.DequeueCount);
        Assert.Equal(TimeSpan.FromDays(7), received.ExpiresOn - received.InsertedOn);
    }

    [Fact]
    public async Task Messages_come_in_the_order_in_which_they_were_sent()
    {
        foreach (var text in (string[])["1", "2", "3"]) await Queue.SendMessageAsync(text);
        var received = (await Queue.ReceiveMessagesAsync(32)).Value;
        Assert.Equal(["1", "2", "3"], received.Select(m => m.MessageText));
    }

    [Fact]
    public async Task Plain_text_of_64_KiB_is_the_longest()
    {
        await Queue.SendMessageAsync(new string('x', 65536));
        await RefusedAsync(413, "RequestBodyTooLarge", () => Queue.SendMessageAsync(new string('x', 65537)));
        await RefusedAsync(413, "RequestBodyTooLarge", () => Queue.SendMessageAsync(new string('é', 32769)));
    }

    [Fact]
    public async Task In_Base64_a_body_of_48_KiB_is_the_longest()
    {
        var queue = Encoded(QueueMessageEncoding.Base64);
        await queue.SendMessageAsync(new BinaryData(new byte[49152]));
        await RefusedAsync(413, "RequestBodyTooLarge", () => queue.SendMessageAsync(new BinaryData(new byte[49153])));
    }

    [Fact]
    public async Task A_hidden_message_appears_when_its_time_has_come()
    {
        await Queue.SendMessageAsync("later", visibilityTimeout: TimeSpan.FromSeconds(4));
        Assert.Null((await Queue.ReceiveMessageAsync()).Value);
        await Account.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("later", (await ReceiveAsync()).MessageText);
    }

    [Fact]
    public async Task A_message_vanishes_when_its_life_is_over()
    {
        await Queue.SendMessageAsync("short", timeToLive: TimeSpan.FromSeconds(4));
        Assert.Single((await Queue.PeekMessagesAsync(32)).Value);
        await Account.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Null((await Queue.PeekMessageAsync()).Value);
        Assert.Null((await Queue.ReceiveMessageAsync()).Value);
    }

    [Fact]
    public async Task A_message_can_live_for_ever()
    {
        await Queue.SendMessageAsync("for ever", timeToLive: TimeSpan.FromSeconds(-1));
        Assert.Equal(9999, (await ReceiveAsync()).ExpiresOn!.Value.Year);
    }

    [Theory]
    [InlineData(-1, 60, "OutOfRangeQueryParameterValue")]
    [InlineData((7 * 24 * 3600) + 1, null, "OutOfRangeQueryParameterValue")]
    [InlineData(60, 60, "InvalidQueryParameterValue")]
    [InlineData(0, 0, "InvalidQueryParameterValue")]
    public Task Times_out_of_range_are_refused(int hidden, int? life, string code) => RefusedAsync(400, code, () =>
        Queue.SendMessageAsync("x", TimeSpan.FromSeconds(hidden), life is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

    [Fact]
    public async Task What_XML_cannot_carry_needs_an_encoding()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Queue.SendMessageAsync("a\0b"));
        Assert.Equal(400, refused.Status);
        await Encoded(QueueMessageEncoding.Base64).SendMessageAsync("a\0b");
        Assert.Equal("a\0b", (await Encoded(QueueMessageEncoding.Base64).ReceiveMessageAsync()).Value!.MessageText);
    }

    [Fact]
    public Task A_missing_queue_is_told() =>
        RefusedAsync(404, "QueueNotFound", () => Service.GetQueueClient("missing").SendMessageAsync("x"));
}
