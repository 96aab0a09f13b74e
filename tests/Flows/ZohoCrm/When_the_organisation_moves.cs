namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_the_organisation_moves
{
    [Fact]
    public async Task Calls_go_to_the_data_centre_that_the_next_token_names()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.SweepAsync();
        await desk.World.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = "ca" });
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }

    [Fact]
    public async Task Tokens_that_end_early_are_renewed_without_a_word()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.SweepAsync();
        await desk.World.PostAsync("/_sandbox/zoho-crm/tokens/expire", new { });
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        Assert.Equal(1, await desk.SweepAsync());
        await desk.HeardAsync(id);
    }
}
