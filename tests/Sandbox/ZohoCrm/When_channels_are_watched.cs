using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.ZohoInventory;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_channels_are_watched : IAsyncLifetime
{
    private const string Path = "/actions/watch";
    private CrmClient crm = null!;
    private Receiver receiver = null!;

    public async Task InitializeAsync() => (crm, receiver) = (await CrmClient.StartAsync(), await Receiver.StartAsync());

    public async Task DisposeAsync()
    {
        await crm.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task What_people_do_is_posted_with_the_token_and_without_the_record()
    {
        await SubscribeAsync("Deals.create", "Deals.edit");
        var id = await PersonAsync("Deals", new { Deal_Name = "D", Stage = "Qualification" });
        var news = await NextAsync();
        Assert.Equal(("insert", "Deals", "secret-1", "1001", id),
            ((string)news["operation"]!, (string)news["module"]!, (string)news["token"]!,
            (string)news["channel_id"]!, (string)news["ids"]![0]!));
        Assert.Empty(news["affected_fields"]!.AsArray());
        Assert.Equal("nvt", (string)news["query_params"]!["tenant"]!);
        Assert.Contains("/crm/v2/Deals", (string)news["resource_uri"]!);
        await crm.ControlAsync("/records/Deals", new[] { new { id, Stage = "Closed Won" } });
        var edit = await NextAsync();
        Assert.Equal("update", (string)edit["operation"]!);
        Assert.Contains("Stage", edit["affected_fields"]![0]![id]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public async Task Several_records_of_one_call_come_in_one()
    {
        await SubscribeAsync("Accounts.all");
        await crm.ControlAsync("/records/Accounts", new[] { new { Account_Name = "A" }, new { Account_Name = "B" } });
        Assert.Equal(2, (await NextAsync())["ids"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(23 + 24 * 6, 23 + 24 * 6)]
    [InlineData(24 * 8, 1)]
    public async Task An_expiry_too_far_ahead_becomes_an_hour(int? hours, int given)
    {
        var now = DateTimeOffset.Parse((string)(await crm.Server.GetAsync("/_sandbox/clock"))["now"]!);
        var expiry = hours is null ? null : now.AddHours(hours.Value).ToString("yyyy-MM-ddTHH:mm:sszzz");
        var answer = await crm.PostAsync(Path, new { watch = new[] { Item(["Deals.edit"], expiry) } });
        var shown = DateTimeOffset.Parse((string)answer["watch"][0]!["details"]!["events"]![0]!["channel_expiry"]!);
        Assert.InRange(shown, now.AddHours(given).AddMinutes(-1), now.AddHours(given).AddMinutes(1));
    }

    [Fact]
    public async Task An_expired_channel_is_silent_and_cannot_be_renewed()
    {
        await SubscribeAsync("Accounts.create");
        await crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 3600 });
        await PersonAsync("Accounts", new { Account_Name = "Unheard" });
        crm.Token = (string)(await crm.RenewAsync())["access_token"]!;
        var renewed = await crm.PatchAsync(Path, new { watch = new[] { Item(["Accounts.create"], null) } });
        Assert.Equal("NOT_SUBSCRIBED", (string)renewed["watch"][0]!["code"]!);
        await SubscribeAsync("Accounts.create");
        await PersonAsync("Accounts", new { Account_Name = "Heard" });
        Assert.Single((await NextAsync())["ids"]!.AsArray());
        Assert.Equal(0, receiver.Waiting);
    }

    [Fact]
    public async Task A_renewal_moves_the_expiry_and_all_is_shown_apart()
    {
        await SubscribeAsync("Deals.all", "Contacts.edit");
        var now = DateTimeOffset.Parse((string)(await crm.Server.GetAsync("/_sandbox/clock"))["now"]!);
        var later = now.AddHours(23).ToString("yyyy-MM-ddTHH:mm:sszzz");
        Assert.Equal(200, (await crm.PatchAsync(Path, new { watch = new[] {
            Item(["Deals.all", "Contacts.edit"], later) } })).Status);
        var rows = (await crm.GetAsync(Path + "?channel_id=1001"))["watch"].AsArray();
        Assert.Equal(2, rows.Count);
        Assert.Equal(["Deals.create", "Deals.edit", "Deals.delete"], rows[0]!["events"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(200, (await crm.DeleteAsync(Path + "?channel_ids=1001")).Status);
        Assert.Equal(204, (await crm.GetAsync(Path + "?channel_id=1001")).Status);
        Assert.Equal("NOT_SUBSCRIBED", (string)(await crm.DeleteAsync(Path + "?channel_ids=1001"))["watch"][0]!["code"]!);
    }

    [Fact]
    public async Task Only_fields_of_the_condition_are_told()
    {
        var setup = await crm.Server.GetAsync(CrmClient.Controls + "/setup");
        var stage = (await crm.GetAsync("/settings/fields?module=Deals"))["fields"].AsArray().First(field =>
            (string)field!["api_name"]! == "Stage")!;
        var condition = new[]
        {
            new
            {
                type = "field_selection", module = new { api_name = "Deals", id = (string)setup["modules"]!["Deals"]!["id"]! },
                field_selection = new { field = new { api_name = "Stage", id = (string)stage["id"]! } },
            },
        };
        await crm.PostAsync(Path, new
        {
            watch = new[] { new { channel_id = "7", events = new[] { "Deals.edit" }, notify_url = receiver.Url,
                notification_condition = condition } },
        });
        var id = await PersonAsync("Deals", new { Deal_Name = "D", Stage = "Qualification" });
        await crm.ControlAsync("/records/Deals", new[] { new { id, Next_Step = "call" } });
        await crm.ControlAsync("/records/Deals", new[] { new { id, Stage = "Closed Won" } });
        Assert.Contains("Stage", (await NextAsync())["affected_fields"]![0]![id]!.AsArray().Select(name => (string)name!));
    }

    [Theory]
    [InlineData("channel_id", null, "MANDATORY_NOT_FOUND")]
    [InlineData("channel_id", "one", "INVALID_DATA")]
    [InlineData("notify_url", null, "MANDATORY_NOT_FOUND")]
    [InlineData("notify_url", "nowhere", "INVALID_DATA")]
    [InlineData("token", "123456789012345678901234567890123456789012345678901", "INVALID_DATA")]
    [InlineData("channel_expiry", "tomorrow", "INVALID_DATA")]
    [InlineData("colour", "red", "INVALID_DATA")]
    public async Task A_subscription_that_is_wrong_is_refused(string name, string? value, string code)
    {
        var item = new JsonObject { ["channel_id"] = "1", ["events"] = new JsonArray("Deals.edit"),
            ["notify_url"] = receiver.Url };
        if (value is null) item.Remove(name);
        else item[name] = value;
        var answer = await crm.PostAsync(Path, new JsonObject { ["watch"] = new JsonArray(item) });
        Assert.Equal((400, code), (answer.Status, (string)answer["watch"][0]!["code"]!));
    }

    [Fact]
    public async Task Notifications_can_be_lost_and_doubled()
    {
        await SubscribeAsync("Accounts.create");
        await crm.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-crm", kind = "webhook-lost", count = 1 });
        await PersonAsync("Accounts", new { Account_Name = "Lost" });
        await crm.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-crm", kind = "webhook-duplicate", count = 1 });
        var id = await PersonAsync("Accounts", new { Account_Name = "Twice" });
        Assert.Equal(id, (string)(await NextAsync())["ids"]![0]!);
        Assert.Equal(id, (string)(await NextAsync())["ids"]![0]!);
    }

    private object Item(string[] events, string? expiry) => new
    {
        channel_id = "1001", events, notify_url = receiver.Url + "?tenant=nvt", token = "secret-1", channel_expiry = expiry,
            notify_on_related_action = false,
    };

    private async Task SubscribeAsync(params string[] events) =>
        Assert.Equal(201, (await crm.PostAsync(Path, new { watch = new[] { Item(events, null) } })).Status);

    private async Task<string> PersonAsync(string module, object record) =>
        (string)(await crm.ControlAsync($"/records/{module}", new[] { record }))["ids"]![0]!;

    private async Task<JsonNode> NextAsync() => JsonNode.Parse((await receiver.NextAsync()).Body)!;
}
