using System.Text.Json;
using Isthmus.Core.MasterData;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_record_is_shown_twice
{
    [Fact]
    public async Task In_one_look_it_is_written_once_as_it_was_shown_last()
    {
        await using var desk = await CrmDesk.StartAsync(("Isthmus:MasterData:PageSize", "1"));
        desk.Parties.Put("01-A", new { name = "A", city = "Leeds" });
        desk.Parties.Put("01-B", new { name = "B" });
        desk.Parties.Again = new SourceRecord("01-A", JsonSerializer.SerializeToElement(new { name = "A", city = "York" }));
        Assert.Equal("3 2 1 0 0", await desk.LookAsync(desk.Parties));
        Assert.Equal("York", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-A"), "Billing_City"));
        Assert.Empty(await desk.LettersAsync());
    }
}
