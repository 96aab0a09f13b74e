namespace Isthmus.Embedded.Tests.Queues;

public sealed class When_a_text_is_unusual : QueueSuite
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\r\nb\r")]
    [InlineData("\tx\n")]
    [InlineData("]]>&amp;<!-- x -->")]
    [InlineData("\u007f\u0085\u2028\ufeff")]
    public async Task It_arrives_as_it_was_sent(string text)
    {
        await Queue.SendMessageAsync(text);
        Assert.Equal(text, (await ReceiveAsync()).MessageText);
    }

    [Theory]
    [InlineData("a\u0001")]
    [InlineData("\ufffe")]
    public async Task What_XML_cannot_carry_is_refused_in_an_update_as_well(string text)
    {
        var sent = (await Queue.SendMessageAsync("x")).Value;
        var refused = await Assert.ThrowsAsync<Azure.RequestFailedException>(
            () => Queue.UpdateMessageAsync(sent.MessageId, sent.PopReceipt, text));
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task Only_the_text_counts_not_its_form_in_XML()
    {
        await Queue.SendMessageAsync(new string('<', 65536));
        await RefusedAsync(413, "RequestBodyTooLarge", () => Queue.SendMessageAsync(new string('<', 65537)));
    }
}
