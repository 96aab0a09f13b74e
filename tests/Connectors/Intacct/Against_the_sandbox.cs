using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Isthmus.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Intacct;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private IntacctClient intacct = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        intacct = Intacct.Client(sandbox.Address);
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Fields_of_the_contact_are_nested_and_texts_come_as_they_were_written()
    {
        const string Name = "Łódź & Söhne <Ωμέγα> 株式会社 \"نور\"";
        await PutAsync("CUSTOMER",
            new { CUSTOMERID = "C1", NAME = Name, DISPLAYCONTACT = new { EMAIL1 = "a@b.example", MAILADDRESS = new { CITY = "Łódź" } } });
        var row = Assert.Single((await intacct.QueryAsync(new IntacctQuery("CUSTOMER", ["NAME", "DISPLAYCONTACT.MAILADDRESS.CITY"]))).Rows);
        Assert.Equal((Name, "Łódź"), (row.GetProperty("NAME").GetString(),
            row.GetProperty("DISPLAYCONTACT").GetProperty("MAILADDRESS").GetProperty("CITY").GetString()));
        var whole = Assert.Single(await intacct.ReadAsync("CUSTOMER", [await NumberAsync("C1")], []));
        Assert.Equal("Łódź", whole.GetProperty("DISPLAYCONTACT").GetProperty("MAILADDRESS").GetProperty("CITY").GetString());
    }

    [Fact]
    public async Task A_list_comes_whole_over_several_pages()
    {
        await PutAsync("CLASS", [.. Enumerable.Range(0, 25).Select(at => new { CLASSID = $"K{at:00}", NAME = "Class" })]);
        var client = Intacct.Client(sandbox.Address, ("PageSize", "10"));
        var ids = await client.ListAsync("CLASS", ["CLASSID"], "CLASSID != 'K07'").Select(row => row.GetProperty("CLASSID").GetString())
            .ToListAsync();
        Assert.Equal((24, 24), (ids.Count, ids.Distinct().Count()));
        Assert.Equal(2, await CallsAsync("readMore "));
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_session()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => intacct.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"]))));
        Assert.Equal((1, 20), (await CallsAsync("getAPISession"), await CallsAsync("query CUSTOMER")));
    }

    [Fact]
    public async Task A_session_that_ended_before_its_time_is_replaced_once()
    {
        await CountAsync();
        await sandbox.ControlAsync("faults", new { vendor = "sage-intacct", kind = "token-expiry", match = "session", count = 1 });
        await CountAsync();
        Assert.Equal(2, await CallsAsync("getAPISession"));
        await sandbox.ControlAsync("faults", new { vendor = "sage-intacct", kind = "token-expiry", match = "session" });
        Assert.Equal((FailureClass.Auth, "session-invalid"), Kind(await FailureOf(CountAsync)));
    }

    [Fact]
    public async Task One_that_ended_under_many_callers_is_replaced_once_for_all_of_them()
    {
        await SetAsync(new { concurrency = 0 });
        var crowd = Intacct.Client(sandbox.Address, ("Limits:Concurrency", "20"));
        await crowd.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"]));
        await sandbox.ControlAsync("faults", new { vendor = "sage-intacct", kind = "token-expiry", match = "session", count = 1 });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => crowd.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"]))));
        Assert.Equal(2, await CallsAsync("getAPISession"));
    }

    [Fact]
    public async Task A_session_is_renewed_before_its_end_and_each_call_moves_the_end()
    {
        await SetAsync(new { sessionMinutes = 60 });
        var time = new ManualTime(await NowAsync());
        intacct = Intacct.To(sandbox.Address, time, Intacct.Vault).GetRequiredService<IntacctClient>();
        for (var hour = 0; hour < 3; hour++)
        {
            await CountAsync();
            await PassAsync(time, minutes: 50);
        }
        Assert.Equal(1, await CallsAsync("getAPISession"));
        await PassAsync(time, minutes: 6);
        await CountAsync();
        Assert.Equal(2, await CallsAsync("getAPISession"));
    }

    [Fact]
    public async Task A_company_that_moved_is_followed()
    {
        await CountAsync();
        await SetAsync(new { pod = "p03" });
        await CountAsync();
        Assert.Equal((2, 2), (await CallsAsync("getAPISession"), await CallsAsync("query CUSTOMER")));
    }

    [Theory]
    [InlineData("Company", "other-co", "sign-in-refused", "company 'other-co', user 'zsync'")]
    [InlineData("Company", "HARBOR-CO", "sign-in-refused", "company 'HARBOR-CO', user 'zsync'")]
    [InlineData("User", "ZSYNC", "sign-in-refused", "company 'harbor-co', user 'ZSYNC'")]
    public async Task A_wrong_company_or_user_is_named_with_its_cure(string setting, string value, string code, string said)
    {
        var failure = await FailureOf(() => Intacct.Client(sandbox.Address, (setting, value)).ClockAsync());
        Assert.Equal((FailureClass.Auth, code), Kind(failure));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Company and User, where upper and lower case count", failure.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_ran_out_is_told_with_the_secret_to_store_the_new_one_in()
    {
        await SetAsync(new { passwordExpired = true });
        var failure = await FailureOf(CountAsync);
        Assert.Equal((FailureClass.Auth, "user-locked"), Kind(failure));
        Assert.Contains("./run secret set intacct-user-password", failure.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_the_company_does_not_have_is_named()
    {
        var failure = await FailureOf(() => intacct.QueryAsync(new IntacctQuery("CUSTOMERS", ["RECORDNO"])));
        Assert.Equal((FailureClass.Permanent, "object-unknown", "query CUSTOMERS"), (failure.Class, failure.Code, failure.Operation));
        Assert.Contains("CUSTOMERS", failure.Message, StringComparison.Ordinal);
        var step = Assert.Single((await CheckAsync(("Fields:CUSTOMR:0", "REGION"))).Steps, step => step.Outcome == CheckOutcome.Failed);
        Assert.Equal("fields of CUSTOMR", step.Name);
        Assert.Contains("object that the company has", step.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_deleted_is_told_by_its_number()
    {
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Gone" }, new { CUSTOMERID = "C2", NAME = "Here" });
        var gone = await NumberAsync("C1");
        await sandbox.ControlAsync("sage-intacct/objects/CUSTOMER",
            new[] { new Dictionary<string, object> { ["$delete"] = new[] { "C1" } } });
        Assert.Equal([gone], await intacct.DeletedAsync("CUSTOMER", (await NowAsync()).AddMinutes(-5)));
        await SetAsync(new { audit = false });
        Assert.Equal((FailureClass.Permanent, "permission-denied"),
            Kind(await FailureOf(async () => await intacct.DeletedAsync("CUSTOMER", await NowAsync()))));
    }

    [Fact]
    public async Task Custom_fields_and_dimensions_are_found()
    {
        await sandbox.ControlAsync("sage-intacct/fields/CUSTOMER", new[] { new { name = "REGION", values = new[] { "Nord", "Sued" } } });
        var region = (await intacct.FieldsAsync("CUSTOMER")).Single(field => field.Id == "REGION");
        Assert.Equal(("ENUM", 2), (region.Type, region.Values.Count));
        Assert.Contains("DEPARTMENT", await intacct.DimensionsAsync());
    }

    [Fact]
    public async Task Too_many_at_once_are_sent_one_after_the_other()
    {
        await SetAsync(new { concurrency = 1 });
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CountAsync()));
        var crowd = Intacct.Client(sandbox.Address, ("Limits:Concurrency", "20"), ("Limits:Retries", "10"),
            ("Limits:RetryPause", "00:00:00.01"));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => crowd.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"]))));
    }

    [Theory]
    [InlineData("drop-after", 500)]
    [InlineData("drop-before", 500)]
    [InlineData("malformed-body", 500)]
    [InlineData("status", 500)]
    [InlineData("status", 429)]
    public async Task What_passes_is_tried_again(string kind, int status)
    {
        await sandbox.FaultAsync("sage-intacct", kind, "xmlgw", count: 2, status);
        await CountAsync();
    }

    [Theory]
    [InlineData("intacct-user-password", "Intacct-User-Secret", "sign-in-refused")]
    [InlineData("intacct-sender-password", "old", "sender-refused")]
    public async Task Wrong_secrets_are_a_matter_of_credentials(string name, string value, string code)
    {
        var secrets = new[] { ("intacct-sender-id", "SANDBOX"), ("intacct-sender-password", "intacct-sender-secret"),
            ("intacct-user-password", "intacct-user-secret") };
        var vault = new ListedVault([.. secrets.Select(secret => secret.Item1 == name ? (name, value) : secret)]);
        var client = Intacct.To(sandbox.Address, TimeProvider.System, vault).GetRequiredService<IntacctClient>();
        Assert.Equal((FailureClass.Auth, code), Kind(await FailureOf(() => client.ClockAsync())));
    }

    [Fact]
    public async Task The_zone_of_the_connection_must_be_that_of_the_user()
    {
        await SetAsync(new { timeZone = "America/New_York" });
        Assert.Equal("America/New_York", (await Intacct.Client(sandbox.Address, ("TimeZone", "America/New_York")).ClockAsync()).Zone.Id);
        Assert.Equal("zone-mismatch",
            (await FailureOf(() => Intacct.Client(sandbox.Address, ("TimeZone", "Asia/Tokyo")).ClockAsync())).Code);
        Assert.Contains((await Intacct.Client(sandbox.Address).ClockAsync()).Zone.BaseUtcOffset.Hours, (int[])[-4, -5]);
    }

    [Fact]
    public async Task The_company_passes_its_check_and_a_field_that_is_missing_does_not()
    {
        var report = await CheckAsync();
        Assert.All(report.Steps, step => Assert.True(step.Outcome == CheckOutcome.Ok, $"{step.Name}: {step.Message}"));
        report = await CheckAsync(("Fields:CUSTOMER:0", "REGION"));
        var step = Assert.Single(report.Steps, step => step.Outcome == CheckOutcome.Failed);
        Assert.Contains("REGION", step.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_readings_arrived()
    {
        await CheckAsync();
        await intacct.ListAsync("CUSTTYPE", ["NAME"]).ToListAsync();
        var calls = (await sandbox.LookAsync("ledger")).GetProperty("sage-intacct").GetProperty("calls").EnumerateObject()
            .Select(call => call.Name.Split(' ')[0]);
        Assert.Empty(calls.Except(["getAPISession", "query", "readByQuery", "readMore", "read", "lookup", "readUserFormatting",
            "getDimensions"]));
    }

    private static (FailureClass, string) Kind(Failure failure) => (failure.Class, failure.Code);

    private Task<ConnectionReport> CheckAsync(params (string, string)[] settings) =>
        Intacct.To(sandbox.Address, settings).GetServices<IConnectionCheck>().Single().CheckAsync();

    private async Task CountAsync() => await intacct.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"]));

    private async Task<string> NumberAsync(string id) => (await intacct.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"])
    {
        Filter = IntacctFilter.Equal("CUSTOMERID", id),
    })).Rows[0].GetProperty("RECORDNO").GetString()!;

    private Task<JsonElement> PutAsync(string name, params object[] records) =>
        sandbox.ControlAsync($"sage-intacct/objects/{name}", records);

    private Task<JsonElement> SetAsync(object settings) =>
        sandbox.ControlAsync("settings", new Dictionary<string, object> { ["sage-intacct"] = settings });

    /// <summary>The clock of the company.</summary>
    private async Task<DateTimeOffset> NowAsync() => (await sandbox.LookAsync("clock")).GetProperty("now").GetDateTimeOffset();

    private async Task PassAsync(ManualTime time, int minutes)
    {
        time.Advance(TimeSpan.FromMinutes(minutes));
        await sandbox.ControlAsync("clock", new { advanceSeconds = minutes * 60 });
    }

    private async Task<long> CallsAsync(string function) =>
        (await sandbox.LookAsync("ledger")).GetProperty("sage-intacct").GetProperty("calls")
        .EnumerateObject().Where(call => call.Name.StartsWith(function.TrimEnd(), StringComparison.Ordinal))
        .Sum(call => call.Value.GetInt64());
}
