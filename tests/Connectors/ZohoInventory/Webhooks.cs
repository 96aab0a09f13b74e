using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.ZohoInventory;

namespace Isthmus.Connectors.Tests.ZohoInventory;

/// <summary>The vector is the one of the vendor notes, section 22.</summary>
public sealed class Webhooks
{
    private const string Secret = "demoToken1234567";
    private const string Good = "4d2d34bb3b9bd7fcfcdf9a8a41768683be321c80b1f7e037434186c596965312";
    private const string Text = """{"salesorder":{"salesorder_id":"460000000091001"}}""";
    private static readonly KeyValuePair<string, string>[] Query = [new("rule", "so_created"), new("region", "eu")];

    [Theory]
    [InlineData(Good, Text, SignatureVerdict.Valid)]
    [InlineData(Good, Text + " ", SignatureVerdict.NoMatch)]
    [InlineData(null, Text, SignatureVerdict.Missing)]
    [InlineData("4d2d", Text, SignatureVerdict.Malformed)]
    [InlineData("zz2d34bb3b9bd7fcfcdf9a8a41768683be321c80b1f7e037434186c596965312", Text, SignatureVerdict.Malformed)]
    public void Are_judged_by_their_signature(string? header, string body, SignatureVerdict expected) =>
        Assert.Equal(expected, Verify(body, Query, header, new ZohoWebhookOptions()));

    [Fact]
    public void Match_in_capital_letters_and_in_any_order_of_the_query()
    {
        Assert.Equal(SignatureVerdict.Valid, Verify(Text, Query, Good.ToUpperInvariant(), new ZohoWebhookOptions()));
        Assert.Equal(SignatureVerdict.Valid, Verify(Text, [Query[1], Query[0]], Good, new ZohoWebhookOptions()));
        Assert.Equal(SignatureVerdict.NoMatch, Verify(Text, [Query[0]], Good, new ZohoWebhookOptions()));
    }

    [Theory]
    [InlineData(ZohoSignedText.Body, ZohoSignatureEncoding.Hex)]
    [InlineData(ZohoSignedText.Body, ZohoSignatureEncoding.Base64)]
    public void Can_be_signed_over_the_body_alone_and_written_otherwise(ZohoSignedText signed, ZohoSignatureEncoding encoding)
    {
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Text));
        var header = encoding == ZohoSignatureEncoding.Hex ? Convert.ToHexStringLower(mac) : Convert.ToBase64String(mac);
        Assert.Equal(SignatureVerdict.Valid,
            Verify(Text, Query, header, new ZohoWebhookOptions { SignedText = signed, Encoding = encoding }));
    }

    [Fact]
    public void That_are_forms_are_signed_over_their_decoded_pairs()
    {
        const string form = "JSONString=%7B%22salesorder_id%22%3A%2246%22%7D";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret),
            "JSONString{\"salesorder_id\":\"46\"}regioneuruleso_created"u8);
        var verdict = ZohoSignature.Verify(Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded", Query,
            Convert.ToHexStringLower(mac), [Secret], new ZohoWebhookOptions());
        Assert.Equal(SignatureVerdict.Valid, verdict);
    }

    [Theory]
    [InlineData("application/json", """{"salesorder":{"salesorder_id":"46","customer_id":"9","last_modified_time":"t"}}""",
        "salesorder:46:t:r")]
    [InlineData("application/json", """{"package":{"package_id":"77","salesorder_id":"46"}}""", "package:77::r")]
    [InlineData("application/x-www-form-urlencoded", "JSONString=%7B%22invoice%22%3A%7B%22invoice_id%22%3A%225%22%7D%7D",
        "invoice:5::r")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "package_id=77&salesorder_id=46&customer_id=9",
        "package:77::r")]
    [InlineData("text/plain", """{"salesorder_id":"46","customer_id":"9"}""", "salesorder:46::r")]
    [InlineData("application/json", """{"purchasereceive":{"receive_id":"12","purchaseorder_id":"8"}}""", "purchasereceive:12::r")]
    public void Are_read_in_each_kind_of_body(string contentType, string body, string key) =>
        Assert.Equal(key, ZohoWebhook.TryRead(Encoding.UTF8.GetBytes(body), contentType, "r")!.EventKey);

    [Theory]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "nonsense")]
    [InlineData("application/json", """{"salesorder":{"salesorder_id":"46; drop"}}""")]
    [InlineData("application/x-www-form-urlencoded", "JSONString=nonsense")]
    [InlineData("application/x-www-form-urlencoded", "")]
    public void Are_none_when_they_name_no_record(string contentType, string body) =>
        Assert.Null(ZohoWebhook.TryRead(Encoding.UTF8.GetBytes(body), contentType, null));

    private static SignatureVerdict Verify(string body, KeyValuePair<string, string>[] query, string? header,
        ZohoWebhookOptions options) =>
        ZohoSignature.Verify(Encoding.UTF8.GetBytes(body), "application/json", query, header, ["oldToken7654321", Secret],
            options);
}
