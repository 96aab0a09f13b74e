using System.Text.Json;
using Isthmus.Core.Canonical;
using Isthmus.Core.Reconciliation;

namespace Isthmus.Core.Tests.Reconciliation;

public sealed class When_a_line_is_read
{
    [Fact]
    public void What_the_customer_paid_is_kept_beside_what_was_settled()
    {
        var line = Read("""
            {"id":"txn_1","type":"charge","amount":8213,"fee":148,"net":8065,"currency":"gbp","created":1764500010,"exchange_rate":0.78498,
             "source":{"id":"ch_1","object":"charge","amount":10463,"currency":"usd","payment_intent":"pi_1"}}
            """);

        Assert.Equal((8213L, "GBP", 10463L, "USD", 0.78498m), (
            line.Amount, line.Currency, line.PresentmentAmount!.Value, line.PresentmentCurrency, line.ExchangeRate!.Value));
        Assert.Equal(("ch_1", "pi_1", LineKind.Charge), (line.Source, line.PaymentKey, line.Kind));
    }

    [Theory]
    [InlineData("adjustment", """{"id":"dp_1","object":"dispute","payment_intent":"pi_1"}""", LineKind.Dispute)]
    [InlineData("adjustment", "\"dp_1\"", LineKind.Dispute)]
    [InlineData("adjustment", "null", LineKind.Adjustment)]
    [InlineData("payout_failure", "\"po_1\"", LineKind.PayoutReversal)]
    [InlineData("reserve_hold", "null", LineKind.Reserve)]
    [InlineData("something_new", "null", LineKind.Unknown)]
    public void Its_kind_follows_from_type_and_source(string type, string source, LineKind kind) => Assert.Equal(kind, Read(
        $$"""{"id":"txn_1","type":"{{type}}","amount":-5,"fee":0,"net":-5,"currency":"gbp","created":1764500010,"source":{{source}}}""").Kind);

    private static PayoutLine Read(string json) => CanonicalJson.Read<PayoutLine>(CanonicalJson.Write(
        Shipped.Map("stripe-payout-line", JsonSerializer.Deserialize<JsonElement>(json))));
}
