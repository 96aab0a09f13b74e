namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_an_answer_was_lost
{
    [Fact]
    public async Task A_field_that_is_empty_by_then_is_cleared_although_nobody_knew_that_it_was_written()
    {
        await using var desk = await CrmDesk.StartAsync(("Isthmus:Connections:zoho-crm:Limits:Retries", "0"));
        desk.Parties.Put("01-A", new { name = "A", city = "Leeds" });
        await LoseAsync(desk);
        Assert.Equal("Leeds", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-A"), "Billing_City"));

        desk.Parties.Put("01-A", new { name = "A" });
        await desk.LookAsync(desk.Parties);
        Assert.Null(CrmDesk.Text(await desk.RecordAsync("Accounts", "01-A"), "Billing_City"));
    }

    [Fact]
    public async Task What_is_by_then_as_it_was_known_is_written_all_the_same()
    {
        await using var desk = await CrmDesk.StartAsync(("Isthmus:Connections:zoho-crm:Limits:Retries", "0"));
        desk.Parties.Put("01-A", new { name = "A", city = "Leeds" });
        await desk.LookAsync(desk.Parties);
        desk.Parties.Put("01-A", new { name = "A", city = "York" });
        await LoseAsync(desk);

        desk.Parties.Put("01-A", new { name = "A", city = "Leeds" });
        await desk.LookAsync(desk.Parties);
        Assert.Equal("Leeds", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-A"), "Billing_City"));
    }

    private static async Task LoseAsync(CrmDesk desk)
    {
        await desk.World.FaultAsync(new { vendor = "zoho-crm", match = "/upsert", kind = "drop-after", count = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Parties));
    }
}
