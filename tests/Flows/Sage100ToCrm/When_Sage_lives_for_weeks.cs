using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_Sage_lives_for_weeks
{
    [Theory]
    [InlineData(17)]
    [InlineData(4711)]
    public async Task The_CRM_shows_at_rest_what_Sage_has_whatever_went_wrong(int seed)
    {
        await using var shown = await ShownSage.StartAsync(
            ("Isthmus:Sage100ToCrm:Orders", "true"), ("Isthmus:Connections:zoho-crm:Limits:BreakerCalls", "1000"), ("Isthmus:Connections:sage-100:Limits:BreakerCalls", "1000"));
        await shown.World.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 1000 } });
        await new SageLife(shown, (ulong)seed).PlayAsync();
    }

    [Fact]
    public async Task A_record_that_does_not_fit_waits_with_its_cure_and_the_others_go_on()
    {
        await using var shown = await ShownSage.StartAsync();
        await shown.PutAsync("AR_Customer",
            [.. Enumerable.Range(0, 40).Select(at => Customer($"C{at:00}", ("CustomerName", $"Customer {at}"))),
            Customer("LONG", ("CustomerName", "Long"), ("EmailAddress", new string('a', 120) + "@example.net")),
            Customer("LAND", ("CustomerName", "Land"), ("City", "X"), ("CountryCode", "QQQ"))]);
        Assert.Equal("42 40 0 0 2", await shown.LookAsync("sage-100-customers"));
        Assert.Equal("42 0 40 0 2", await shown.LookAsync("sage-100-customers"));
        await shown.PutAsync("AR_Customer", Customer("LONG", ("EmailAddress", "a@example.net")), Customer("LAND", ("CountryCode", "USA")));
        Assert.Equal("42 2 40 0 0", await shown.LookAsync("sage-100-customers"));
        Assert.Equal("United States", Text(await shown.RecordAsync("Accounts", "01-LAND"), "Billing_Country"));
    }
}
