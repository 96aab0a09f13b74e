using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Stripe;

namespace Isthmus.Connectors.Tests.Stripe;

/// <summary>The vector is the one of the vendor notes, section 12.</summary>
public sealed class Signatures
{
    private const string Secret = "whsec_demo_5b1f0c";
    private const string Good = "18dc8273721677750ed4325e69110b84e333b98eb1bc0a76890c3af1f28a1bff";
    private static readonly byte[] Body = """{"id":"evt_demo_1","object":"event","type":"payout.paid"}"""u8.ToArray();
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1764500000);

    [Theory]
    [InlineData("t=1764500000,v1=" + Good, SignatureVerdict.Valid)]
    [InlineData("t=1764500000, v1=0000000000000000000000000000000000000000000000000000000000000000, v1=" + Good,
        SignatureVerdict.Valid)]
    [InlineData("t=1764500000,v1=" + Good + ",v0=6ffbb59b", SignatureVerdict.Valid)]
    [InlineData(null, SignatureVerdict.Missing)]
    [InlineData("", SignatureVerdict.Missing)]
    [InlineData("v1=" + Good, SignatureVerdict.Malformed)]
    [InlineData("t=1764500000", SignatureVerdict.Malformed)]
    [InlineData("t=1764500000,v0=" + Good, SignatureVerdict.Malformed)]
    [InlineData("t=yesterday,v1=" + Good, SignatureVerdict.Malformed)]
    [InlineData("t=99999999999999999999,v1=" + Good, SignatureVerdict.Malformed)]
    [InlineData("t=1764500000,v1=nothex", SignatureVerdict.Malformed)]
    [InlineData("nonsense", SignatureVerdict.Malformed)]
    [InlineData("t=1764500001,v1=" + Good, SignatureVerdict.NoMatch)]
    public void Are_judged_by_their_header(string? header, SignatureVerdict expected) =>
        Assert.Equal(expected, Verify(Body, header, [Secret], Then));

    [Theory]
    [InlineData(0, SignatureVerdict.Valid)]
    [InlineData(300, SignatureVerdict.Valid)]
    [InlineData(301, SignatureVerdict.Stale)]
    [InlineData(-300, SignatureVerdict.Valid)]
    [InlineData(-301, SignatureVerdict.Stale)]
    public void Hold_for_five_minutes_either_way(int seconds, SignatureVerdict expected) =>
        Assert.Equal(expected, Verify(Body, "t=1764500000,v1=" + Good, [Secret], Then.AddSeconds(seconds)));

    [Fact]
    public void Do_not_match_when_any_one_byte_of_the_body_differs()
    {
        for (var at = 0; at < Body.Length; at++)
        {
            var changed = (byte[])Body.Clone();
            changed[at] ^= 1;
            Assert.Equal(SignatureVerdict.NoMatch, Verify(changed, "t=1764500000,v1=" + Good, [Secret], Then));
        }
    }

    [Fact]
    public void Match_with_either_secret_while_one_is_being_replaced()
    {
        var header = "t=1764500000,v1=" + Good;
        Assert.Equal(SignatureVerdict.Valid, Verify(Body, header, ["whsec_new", Secret], Then));
        Assert.Equal(SignatureVerdict.NoMatch, Verify(Body, header, ["whsec_new"], Then));
        Assert.Equal(SignatureVerdict.NoMatch, Verify(Body, header, [], Then));
    }

    [Fact]
    public void Are_made_over_bytes_even_when_these_are_no_text()
    {
        byte[] body = [0xff, 0xfe, 0x00, 0x80];
        byte[] message = [.. Encoding.ASCII.GetBytes("1764500000."), .. body];
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), message));
        Assert.Equal(SignatureVerdict.Valid, Verify(body, $"t=1764500000,v1={mac}", [Secret], Then));
    }

    private static SignatureVerdict Verify(byte[] body, string? header, string[] secrets, DateTimeOffset now) =>
        StripeSignature.Verify(body, header, secrets, now, TimeSpan.FromMinutes(5));
}
