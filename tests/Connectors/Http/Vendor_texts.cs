using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Tests.Http;

public sealed class Vendor_texts
{
    [Theory]
    [InlineData("No such payment_intent: 'pi_demo_404'", "No such payment_intent: 'pi_demo_404'")]
    [InlineData("Invalid email address: ana@example.net", "Invalid email address: ***")]
    [InlineData("Invalid API Key provided: sk_test_51H8xyz", "Invalid API Key provided: ***")]
    [InlineData("The customer \"Ana Prado\" already exists.", "The customer \"***\" already exists.")]
    [InlineData("Contact 460000000091001 is inactive", "Contact 460000000091001 is inactive")]
    [InlineData("Phone +351 22 123 4567 is not valid", "Phone *** is not valid")]
    [InlineData("  two\n lines ", "two lines")]
    [InlineData("", "The vendor gave no reason.")]
    public void Hold_no_personal_value_and_no_secret(string text, string expected) =>
        Assert.Equal(expected, VendorText.Clean(text));

    [Fact]
    public void Are_cut_to_a_line() => Assert.Equal(300, VendorText.Clean(new string('x', 5000)).Length);
}
