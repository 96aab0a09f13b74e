using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_channels_grow_old
{
    private static readonly DateTimeOffset Opened = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task They_are_renewed_at_half_of_their_life()
    {
        await using var desk = await CrmDesk.OpenAsync();
        var first = Ends(Assert.Single(await desk.OpenChannelsAsync()));
        await desk.World.PassTimeAsync(TimeSpan.FromHours(5));
        await desk.Channels.TendAsync(look: false, default);
        Assert.Equal(first, Ends(Assert.Single(await desk.OpenChannelsAsync())));
        await desk.World.PassTimeAsync(TimeSpan.FromHours(8));
        await desk.Channels.TendAsync(look: false, default);
        Assert.True(Ends(Assert.Single(await desk.OpenChannelsAsync())) >= first.AddHours(12));
        Assert.True(await desk.Channels.AllLiveAsync(default));
    }

    [Fact]
    public async Task One_that_was_lost_is_opened_again_by_the_hour_and_nothing_is_lost_with_it()
    {
        await using var desk = await CrmDesk.OpenAsync();
        await desk.DropChannelsAsync();
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await desk.Channels.TendAsync(look: false, default);
        Assert.Empty(await desk.OpenChannelsAsync());
        await desk.Channels.TendAsync(look: true, default);
        Assert.Single(await desk.OpenChannelsAsync());
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }

    [Fact]
    public async Task One_that_was_lost_is_opened_again_when_it_cannot_be_renewed()
    {
        await using var desk = await CrmDesk.OpenAsync();
        await desk.DropChannelsAsync();
        await desk.World.PassTimeAsync(TimeSpan.FromHours(13));
        await desk.Channels.TendAsync(look: false, default);
        Assert.Single(await desk.OpenChannelsAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_renewed_raises_one_alarm()
    {
        await using var desk = await CrmDesk.OpenAsync();
        await desk.World.FaultAsync(new { vendor = "zoho-crm", kind = "status", status = 500, match = "actions/watch", rate = 1.0 });
        await desk.World.PassTimeAsync(TimeSpan.FromHours(22.5));
        await desk.Channels.TendAsync(look: false, default);
        await desk.Channels.TendAsync(look: false, default);
        Assert.Contains("channels-ending", await NoticesAsync(desk));
        Assert.Single(desk.World.Log.Of(1724));
        await desk.World.HealAsync();
        await desk.Channels.TendAsync(look: false, default);
        Assert.Empty(await NoticesAsync(desk));
    }

    [Fact]
    public async Task One_that_got_a_shorter_life_is_renewed_at_half_of_that_and_shown()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: true, null, ("Isthmus:Connections:zoho-crm:Channels:Life", "01:00:00"),
            ("Isthmus:Connections:zoho-crm:Channels:AlarmBelow", "01:00:00"));
        Assert.Contains("channels-ending", await NoticesAsync(desk));
        var first = Ends(Assert.Single(await desk.OpenChannelsAsync()));
        await desk.World.PassTimeAsync(TimeSpan.FromMinutes(31));
        await desk.Channels.TendAsync(look: false, default);
        Assert.True(Ends(Assert.Single(await desk.OpenChannelsAsync())) > first);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4611686018427387905")]
    [InlineData("9223372036854775807")]
    public void Their_renewals_are_spread_over_the_last_tenth_before_the_half(string channel)
    {
        var due = CrmChannelPlan.Renewal(channel, Opened, Opened.AddHours(20)) - Opened;
        Assert.InRange(due, TimeSpan.FromHours(9), TimeSpan.FromHours(10));
    }

    private static DateTimeOffset Ends(JsonElement channel) => CrmTime.Read(channel.GetProperty("channel_expiry").GetString())!.Value;

    private static async Task<IReadOnlyList<string?>> NoticesAsync(CrmDesk desk) =>
        [.. (await desk.ShownAsync()).GetProperty("facts").GetProperty("notices").EnumerateArray()
            .Select(each => each.GetProperty("code").GetString())];
}
