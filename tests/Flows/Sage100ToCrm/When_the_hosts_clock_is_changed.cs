using System.Globalization;
using Isthmus.Functions.Sage100ToCrm;
using Isthmus.Tests.Support;
using static Isthmus.Flows.Tests.Sage100ToCrm.SageSource;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_the_hosts_clock_is_changed
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("America/Los_Angeles", "2026-11-01T07:25:00Z")] // The hour from one to two comes twice.
    [InlineData("America/Los_Angeles", "2027-03-14T08:55:00Z")] // The hour from two to three does not come.
    [InlineData("Australia/Lord_Howe", "2027-04-03T13:45:00Z")] // Half an hour comes twice.
    [InlineData("Pacific/Kiritimati", "2026-12-31T08:55:00Z")] // The year ends fourteen hours early.
    [InlineData("Pacific/Pago_Pago", "2027-01-01T09:55:00Z")] // The year ends eleven hours late.
    [InlineData("Asia/Kathmandu", "2026-12-31T17:00:00Z")] // The year ends at a quarter past.
    public async Task Each_look_finds_what_was_written_since_the_one_before(string zone, string night)
    {
        var start = DateTimeOffset.Parse(night, CultureInfo.InvariantCulture);
        await using var sage = await StartAsync(new ManualTime(start), new SageToCrmOptions { Credit = false, OpenInvoices = "never" });
        await sage.PostAsync("settings", new Dictionary<string, object> { ["sage-100"] = new { timeZone = zone } });
        for (var look = 0; look < 20; look++)
        {
            var last = sage.Now;
            await sage.CustomerAsync($"C{look:00}");
            sage.Pass(Between);
            var found = await AllAsync(sage.Customers, last - sage.Customers.Overlap, size: 500);
            Assert.Contains(found, record => record.Key == $"01-C{look:00}");
        }
        sage.Pass(TimeSpan.FromHours(3));
        Assert.Empty(await AllAsync(sage.Customers, sage.Now - sage.Customers.Overlap));
    }
}
