using System.Text;
using Isthmus.Connectors.Stripe;

namespace Isthmus.Connectors.Tests.Stripe;

public sealed class Events
{
    [Theory]
    [InlineData("payment_intent.succeeded", """{"id":"pi_1","object":"payment_intent"}""", "pi_1", "pi_1")]
    [InlineData("charge.succeeded", """{"id":"ch_1","object":"charge","payment_intent":"pi_1"}""", "ch_1", "pi_1")]
    [InlineData("charge.succeeded", """{"id":"ch_1","object":"charge","payment_intent":{"id":"pi_1"}}""", "ch_1", "pi_1")]
    [InlineData("checkout.session.completed", """{"id":"cs_1","object":"checkout.session","payment_intent":null}""", "cs_1",
        null)]
    public void Name_the_payment_that_they_belong_to(string type, string subject, string id, string? intent)
    {
        var read = StripeEvent.TryRead(Event(type, subject))!;
        Assert.Equal((type, id, intent), (read.Type, read.ObjectId, read.PaymentIntentId));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"id":"evt_1","object":"charge"}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"x","created":1,"data":{}}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"x","created":"soon","data":{"object":{"id":"ch_1"}}}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"x","created":9999999999999999,"data":{"object":{"id":"ch_1"}}}""")]
    public void Are_none_when_the_bytes_are_something_else(string body) =>
        Assert.Null(StripeEvent.TryRead(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Are_none_when_the_bytes_are_not_UTF_8() => Assert.Null(StripeEvent.TryRead([0xff, 0xfe, 0x7b, 0x7d]));

    private static byte[] Event(string type, string subject) => Encoding.UTF8.GetBytes(
        $$"""{"id":"evt_1","object":"event","type":"{{type}}","created":1764500012,"livemode":false,"data":{"object":{{subject}} } }""");
}
