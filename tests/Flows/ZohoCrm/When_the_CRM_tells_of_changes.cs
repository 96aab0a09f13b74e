using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_the_CRM_tells_of_changes
{
    private const string Secret = "crmChannelSecret0123456789";

    [Fact]
    public async Task A_record_that_a_user_makes_and_changes_is_handed_over_as_it_is()
    {
        await using var desk = await CrmDesk.OpenAsync();
        var id = await desk.WriteAsync(new { Account_Name = "Ærø Smedje" });
        var made = Assert.Single(await desk.HeardAsync(id));
        Assert.Equal(CrmChangeKind.Inserted, made.Kind);
        Assert.Equal("Ærø Smedje", made.Record!.Value.GetProperty("Account_Name").GetString());
        await desk.WriteAsync(new { id, Account_Name = "Ærø Smedje A/S" });
        var changed = (await desk.HeardAsync(id, 2))[1];
        Assert.Equal((CrmChangeKind.Updated, "Ærø Smedje A/S"), (changed.Kind, changed.Record!.Value.GetProperty("Account_Name").GetString()));
        Assert.Equal(0, await desk.SweepAsync());
    }

    [Fact]
    public async Task A_look_that_finds_nothing_new_costs_two_calls_however_much_changed_of_late()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        for (var n = 0; n < 20; n++) await desk.WriteAsync(new { Account_Name = $"A{n}" });
        Assert.Equal(20, await desk.SweepAsync());
        await desk.RestAsync();
        var before = await desk.World.CallsAsync("zoho-crm");
        Assert.Equal(0, await desk.SweepAsync());
        // The app's own clock may look at this moment too.
        Assert.InRange(await desk.World.CallsAsync("zoho-crm") - before, 2, 4);
    }

    [Fact]
    public async Task What_somebody_cannot_take_comes_again()
    {
        await using var desk = await CrmDesk.OpenAsync();
        desk.Kept.Fail(1);
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await desk.Kept.Failed.Task;
        await desk.RestAsync();
        await desk.HeardAsync(id);
    }

    [Fact]
    public async Task What_needs_a_vendor_that_serves_nobody_waits_for_as_long_as_that_takes()
    {
        await using var desk = await CrmDesk.OpenAsync();
        desk.Kept.Fail(6, "zoho-crm");
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await desk.Kept.Failed.Task;
        await desk.RestAsync();
        Assert.Single(desk.Kept.Of(id));
        await desk.LettersAsync(0);
    }

    [Fact]
    public async Task What_nobody_could_take_waits_as_a_dead_letter_until_the_next_look()
    {
        await using var desk = await CrmDesk.OpenAsync();
        desk.Kept.Fail(int.MaxValue);
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await desk.Kept.Failed.Task;
        await desk.LettersAsync(1);
        desk.Kept.Fail(0);
        await desk.SweepAsync();
        await desk.HeardAsync(id);
        await desk.LettersAsync(0);
    }

    [Theory]
    [InlineData("wrong", null, "token-mismatch")]
    [InlineData(null, "4611686018427387999", "channel-unknown")]
    [InlineData(null, null, "malformed")]
    public async Task A_stranger_is_refused_and_nothing_is_stored(string? token, string? channel, string code)
    {
        await using var desk = await CrmDesk.OpenAsync();
        channel ??= CrmChannelKeys.IdOf(Secret, new Uri(desk.World.App.BaseAddress!, "/api/webhooks/zoho-crm"), "Accounts");
        var answer = await desk.World.App.PostAsJsonAsync("/api/webhooks/zoho-crm", new
        {
            channel_id = channel, token = token ?? CrmChannelKeys.TokenOf(Secret, channel),
            module = "Deals", operation = "update", ids = new[] { "1" },
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        await desk.RestAsync();
        Assert.Empty(desk.Kept.Taken);
    }

    [Fact]
    public async Task An_installation_without_channels_takes_none()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.World.App.PostAsJsonAsync("/api/webhooks/zoho-crm", new { })).StatusCode);
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }
}
