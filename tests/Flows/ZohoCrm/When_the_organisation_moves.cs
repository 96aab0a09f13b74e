namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_the_organisation_moves
{
    [Fact]
    public async Task Calls_go_to_the_data_centre_that_the_next_token_names()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.SweepAsync();
        await desk.MoveAsync("ca");
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }

    [Fact]
    public async Task The_token_and_where_it_leads_are_known_after_a_restart()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.MoveAsync("ca");
        await desk.SweepAsync();
        await desk.World.FaultAsync(new { match = "oauth/v2/token", kind = "status", status = 500 });
        await desk.World.CrashAndRestartAsync();
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }

    [Fact]
    public async Task Tokens_that_end_early_are_renewed_without_a_word()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.SweepAsync();
        await desk.ExpireTokensAsync();
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }
}
