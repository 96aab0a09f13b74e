using System.Text.Json;
using Isthmus.Flows.Tests.Agents;
using Xunit.Abstractions;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>
/// Both sides change, calls and answers are lost, records are held, tokens and keys expire, edition and data centre change, the company
/// is locked: at rest both sides agree. ISTHMUS_HISTORIES=N plays more histories, ISTHMUS_SEED=N begins with that one; with even
/// numbers the agent fetches its work.
/// </summary>
public sealed class When_Sage_lives_for_weeks(ITestOutputHelper output)
{
    private const string Customers = "sage-100-customers";

    private static readonly (string, string)[] Hurried =
    [
        ("Isthmus:Sage100ToCrm:Orders", "true"), ("Isthmus:Failures:LongestProbe", "00:00:00.4"),
        ("Isthmus:Connections:zoho-crm:Limits:BreakerCalls", "1000"), ("Isthmus:Connections:sage-100:Limits:BreakerCalls", "1000"),
    ];

    [Fact]
    public async Task The_CRM_shows_at_rest_what_Sage_has_whatever_went_wrong()
    {
        var (count, first) = (Setting("ISTHMUS_HISTORIES", 2), Setting("ISTHMUS_SEED", 17));
        for (var seed = first; seed < first + count; seed++)
        {
            output.WriteLine($"ISTHMUS_SEED={seed} ISTHMUS_HISTORIES=1");
            await LiveAsync(seed, fetches: seed % 2 == 0);
        }
    }

    [Fact]
    public async Task A_record_that_does_not_fit_waits_with_its_cure_and_the_others_go_on()
    {
        await using var shown = await ShownSage.StartAsync();
        await shown.PutAsync("AR_Customer",
            [.. Enumerable.Range(0, 40).Select(at => Customer($"C{at:00}", ("CustomerName", $"Customer {at}"))),
            Customer("BLANK", ("CustomerName", " ")),
            Customer("LONG", ("CustomerName", "Long"), ("EmailAddress", new string('a', 120) + "@example.net")),
            Customer("LAND", ("CustomerName", "Land"), ("City", "X"), ("CountryCode", "QQQ"))]);
        Assert.Equal("43 40 0 0 3", await shown.LookAsync(Customers));
        Assert.Equal("43 0 40 0 3", await shown.LookAsync(Customers));
        var failures = await shown.FailuresAsync();
        Tells(failures, "CustomerName", "CustomerName: ", "Give the customer a name in Sage.");
        Tells(failures, "EmailAddress", "132 characters; the target holds 100.", "Shorten it in the source");
        Tells(failures, "CountryCode", "No country has this code or name.", "add the name to mappings/references/country-names.yaml");

        await shown.PutAsync("AR_Customer", Customer("BLANK", ("CustomerName", "Name")),
            Customer("LONG", ("EmailAddress", "a@example.net")), Customer("LAND", ("CountryCode", "USA")));
        Assert.Equal("43 3 40 0 0", await shown.LookAsync(Customers));
        Assert.Empty(await shown.FailuresAsync());
        Assert.Equal("United States", Text(await shown.RecordAsync("Accounts", "01-LAND"), "Billing_Country"));
    }

    private static void Tells(IReadOnlyDictionary<string, JsonElement> failures, string field, string message, string cure)
    {
        Assert.Equal("validation", Text(failures[field], "class"));
        Assert.Contains(message, Text(failures[field], "message"));
        Assert.Contains(cure, Text(failures[field], "cure"));
    }

    private static async Task LiveAsync(int seed, bool fetches)
    {
        await using var shown = await ShownSage.StartAsync([.. fetches ? OutboundWorld.Settings : [], .. Hurried]);
        if (fetches) await OutboundWorld.AttachAsync(shown.World);
        await shown.World.PostAsync(
            "/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 1000 } });
        await new SageLife(shown, (ulong)seed).PlayAsync();
        await new SageAgreement(shown).HoldsAsync();
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : usual;
}
