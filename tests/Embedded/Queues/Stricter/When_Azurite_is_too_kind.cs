namespace Isthmus.Embedded.Tests.Queues;

/// <summary>What Azure refuses by its documentation and Azurite lets pass; not part of the suite that runs on both.</summary>
public sealed class When_Azurite_is_too_kind : QueueSuite
{
    [Theory]
    [InlineData("1a", 1, "InvalidMetadata")]
    [InlineData("a-b", 1, "InvalidMetadata")]
    [InlineData("", 1, "InvalidMetadata")]
    [InlineData("a", 8192, "MetadataTooLarge")]
    public Task Metadata_have_names_of_identifiers_and_8_KiB(string name, int length, string code) => RefusedAsync(400, code,
        () => Queue.SetMetadataAsync(new Dictionary<string, string> { [name] = new string('v', length) }));

    [Fact]
    public async Task A_message_is_not_hidden_by_an_update_for_longer_than_it_lives()
    {
        await Queue.SendMessageAsync("x", timeToLive: TimeSpan.FromSeconds(60));
        var received = await ReceiveAsync(seconds: 10);
        await RefusedAsync(400, "OutOfRangeQueryParameterValue", () => Queue.UpdateMessageAsync(
            received.MessageId, received.PopReceipt, visibilityTimeout: TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public async Task None_at_all_cannot_be_asked_for() =>
        await RefusedAsync(400, "OutOfRangeQueryParameterValue", () => Queue.ReceiveMessagesAsync(0));
}
