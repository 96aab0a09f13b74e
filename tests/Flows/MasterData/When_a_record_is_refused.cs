using System.Text.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_record_is_refused : IAsyncLifetime
{
    private const string Run = "crm-test-parties-01-BAD01";
    private CrmDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        desk.Parties.Put("01-AAA01", new { name = "First" });
        desk.Parties.Put("01-ZZZ01", new { name = "Last" });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("""{"name":""}""", "name", "A value is required", "Give it a name.")]
    [InlineData("""{"name":"Bad","staff":"many"}""", "staff", "not a whole number", "Correct it in the source.")]
    [InlineData("""{"name":"Bad","staff":1234567890123}""", "Employees", "at most 9 characters", "Shorten the value")]
    [InlineData("""{"name":"Bad","zip":"0123456789012345678901234567890123456789"}""", "Billing_Code", "at most 30 characters", "Shorten the value")]
    public async Task It_is_a_dead_letter_that_names_field_and_cure_and_its_neighbours_are_carried(
        string body, string field, string message, string cure)
    {
        desk.Parties.Put("01-BAD01", JsonElement.Parse(body));
        Assert.Equal("3 2 0 0 1", await desk.LookAsync(desk.Parties));
        var letter = Assert.Single(await desk.LettersAsync());
        var failure = letter.GetProperty("failure");
        Assert.Equal(
            (Run, "validation", field), (CrmDesk.Text(letter, "runId"), CrmDesk.Text(failure, "class"), CrmDesk.Text(failure, "field")));
        Assert.Contains(message, CrmDesk.Text(failure, "message"), StringComparison.Ordinal);
        Assert.Contains(cure, CrmDesk.Text(failure, "cure"), StringComparison.Ordinal);
        Assert.Equal(2, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task A_key_that_the_CRM_cannot_hold_is_told_with_its_length()
    {
        desk.Parties.Put(new string('K', 250), new { name = "Long" });
        await desk.LookAsync(desk.Parties);
        var failure = Assert.Single(await desk.LettersAsync()).GetProperty("failure");
        Assert.Equal(("key-too-long", "Isthmus_Key"), (CrmDesk.Text(failure, "code"), CrmDesk.Text(failure, "field")));
        Assert.Contains("has 263 characters; Isthmus_Key holds 255", CrmDesk.Text(failure, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_counts_as_failed_and_costs_no_call_while_it_is_as_it_was()
    {
        await RefusedAsync();
        var before = await desk.CallsAsync();
        Assert.Equal("3 0 2 0 1", await desk.LookAsync(desk.Parties));
        Assert.Equal(before, await desk.CallsAsync());
        Assert.Equal(1, Assert.Single(await desk.LettersAsync()).GetProperty("occurrences").GetInt32());
    }

    [Fact]
    public async Task Its_dead_letter_closes_when_it_is_right()
    {
        await RefusedAsync();
        desk.Parties.Put("01-BAD01", new { name = "Bad", zip = "60601" });
        Assert.Equal("3 1 2 0 0", await desk.LookAsync(desk.Parties));
        Assert.Empty(await desk.LettersAsync());
        await desk.World.RunAsync(Run, "done");
    }

    [Fact]
    public async Task Its_dead_letter_closes_when_it_is_as_it_was_written_before()
    {
        desk.Parties.Put("01-BAD01", new { name = "Bad" });
        await desk.LookAsync(desk.Parties);
        await RefusedAsync(written: 0);
        desk.Parties.Put("01-BAD01", new { name = "Bad" });
        Assert.Equal("3 0 3 0 0", await desk.LookAsync(desk.Parties));
        Assert.Empty(await desk.LettersAsync());
    }

    [Fact]
    public async Task Resubmitting_carries_it_alone()
    {
        await RefusedAsync();
        desk.Parties.Put("01-BAD01", new { name = "Bad" });
        await desk.PostAsync($"/api/dead-letters/{Run}/resubmit");
        await desk.World.RunAsync(Run, "done");
        Assert.Empty(await desk.LettersAsync());
        await desk.RecordAsync("Accounts", "01-BAD01");
    }

    [Fact]
    public async Task A_run_of_one_record_that_failed_otherwise_is_closed_by_the_look_that_carries_it()
    {
        desk.Parties.BeforeFind = _ => throw new FailureException(new Failure(
            FailureClass.Permanent, "sage-100", "read AR_Customer", "object_refused", "The user may not read it.", "Let the user read it."));
        await desk.PostAsync("/api/master-data/test-parties/records/01-AAA01");
        await desk.World.RunAsync("crm-test-parties-01-AAA01", "deadLettered");
        await desk.LookAsync(desk.Parties);
        Assert.Empty(await desk.LettersAsync());
        await desk.World.RunAsync("crm-test-parties-01-AAA01", "done");
    }

    [Fact]
    public async Task One_that_is_locked_is_carried_by_the_next_look()
    {
        await desk.LookAsync(desk.Parties);
        await desk.World.FaultAsync(new { vendor = "zoho-crm", match = "upsert", kind = "record-lock", count = 2 });
        desk.Parties.Put("01-AAA01", new { name = "First", city = "Leeds" });
        await desk.LookAsync(desk.Parties);
        await desk.World.HealAsync();
        await desk.LookAsync(desk.Parties);
        Assert.Empty(await desk.LettersAsync());
        Assert.Equal("Leeds", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-AAA01"), "Billing_City"));
    }

    [Fact]
    public async Task One_bad_among_ten_thousand_is_one_dead_letter()
    {
        foreach (var n in Enumerable.Range(0, 9_997)) desk.Parties.Put($"02-C{n:D5}", new { name = $"Customer {n}" });
        desk.Parties.Put("01-BAD01", new { name = "Bad", zip = new string('9', 40) });
        Assert.Equal("10000 9999 0 0 1", await desk.LookAsync(desk.Parties));
        Assert.Equal(Run, CrmDesk.Text(Assert.Single(await desk.LettersAsync()), "runId"));
        Assert.Equal(9_999, (await desk.InCrmAsync("Accounts")).Count);
    }

    private async Task RefusedAsync(int written = 2)
    {
        desk.Parties.Put("01-BAD01", new { name = "Bad", zip = new string('9', 40) });
        Assert.Equal($"3 {written} {2 - written} 0 1", await desk.LookAsync(desk.Parties));
    }
}
