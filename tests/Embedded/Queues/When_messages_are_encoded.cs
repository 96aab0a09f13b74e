using Azure.Storage.Queues;

namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_messages_are_encoded : QueueSuite
{
    [Fact]
    public async Task Any_bytes_go_through_Base64()
    {
        var queue = Encoded(QueueMessageEncoding.Base64);
        await queue.SendMessageAsync(new BinaryData(new byte[] { 0, 255, 128 }));
        Assert.Equal([0, 255, 128], (await queue.ReceiveMessageAsync()).Value!.Body.ToArray());
    }

    [Fact]
    public async Task A_client_for_plain_text_sees_the_Base64()
    {
        await Encoded(QueueMessageEncoding.Base64).SendMessageAsync("hello");
        Assert.Equal("aGVsbG8=", (await ReceiveAsync()).MessageText);
    }

    [Fact]
    public async Task A_client_for_Base64_fails_on_plain_text()
    {
        await Queue.SendMessageAsync("not encoded");
        await Assert.ThrowsAsync<FormatException>(() => Encoded(QueueMessageEncoding.Base64).ReceiveMessagesAsync());
    }

    [Fact]
    public async Task It_leaves_such_a_message_to_a_handler_where_there_is_one()
    {
        var undecoded = new List<string>();
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.MessageDecodingFailed += failed =>
        {
            undecoded.Add(failed.ReceivedMessage!.Body.ToString());
            return Task.CompletedTask;
        };
        await Queue.SendMessageAsync("not encoded");
        await Queue.SendMessageAsync("aGVsbG8=");
        var received = (await new QueueClient(Account.ConnectionString, Queue.Name, options).ReceiveMessagesAsync(32)).Value;
        Assert.Equal("hello", Assert.Single(received).MessageText);
        Assert.Equal("not encoded", Assert.Single(undecoded));
    }
}
