using Isthmus.Embedded.Hosting.Logging;

namespace Isthmus.Embedded.Tests.Hosting.Logging;

public sealed class When_a_line_is_masked
{
    [Theory]
    [InlineData("Contact ana.prado+shop@example.net exists", "Contact *** exists")]
    [InlineData("key sk_live_51Habc refused", "key *** refused")]
    [InlineData("signed with whsec_abcDEF123", "signed with ***")]
    [InlineData("token 1000.f00ba4.c0ffee expired", "token *** expired")]
    [InlineData("Authorization: Bearer abc.def-ghi", "Authorization: Bearer ***")]
    [InlineData("Zoho-oauthtoken 1000.a.b", "Zoho-oauthtoken ***")]
    [InlineData("POST /token?client_secret=s3cr3t&x=1", "POST /token?client_secret=***&x=1")]
    [InlineData("\"refresh_token\": \"abc\"", "\"refresh_token\": \"***\"")]
    [InlineData("card 4242 4242 4242 4242 declined", "card *** declined")]
    [InlineData("card 4242424242424242", "card ***")]
    [InlineData("call +351 912 345 678 now", "call *** now")]
    public void What_has_the_shape_of_a_secret_or_a_person_s_value_is_hidden(string text, string masked) =>
        Assert.Equal(masked, Masking.Apply(text));

    [Theory]
    [InlineData("Run o2c-pi_3jIjuUQo0rTFPd5znmu8sRMbz is done: Sales order STR-1, invoice STR-1, paid.")]
    [InlineData("zoho-inventory.salesorder/460000000000100460")]
    [InlineData("Sales order 0000040 of customer Z460000000000100032 in Sage 100.")]
    [InlineData("2026-11-21T07:46:18.123Z took 1234567890123 ticks")]
    [InlineData("retry after 00:00:01; 58 functions at http://127.0.0.1:20001/")]
    public void What_people_need_to_find_a_record_stays(string text) => Assert.Equal(text, Masking.Apply(text));
}
