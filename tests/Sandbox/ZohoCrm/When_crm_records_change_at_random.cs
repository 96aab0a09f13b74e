using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_crm_records_change_at_random : CrmTest
{
    private static readonly string[] keys = [.. Enumerable.Range(0, 12).Select(i => $"sage-100:ABC:{i}")];
    private readonly List<string> gone = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_way_of_reading_tells_the_same(int seed)
    {
        var random = new Random(seed);
        await Crm.SetAsync(new { searchLagSeconds = 0 });
        for (var i = 0; i < 120; i++) await ActAsync(random);
        var all = (await Crm.Server.GetAsync("/_sandbox/ledger"))["zoho-crm"]!["Accounts"]!.AsArray();

        var listed = await Crm.GetAsync("/Accounts?fields=Isthmus_Key,Modified_Time&sort_by=Modified_Time&sort_order=asc");
        Assert.Equal(Sorted(all), listed["data"].AsArray().Select(row => (string)row!["id"]!));
        Assert.Equal(all.Count, (int)(await Crm.GetAsync("/Accounts/actions/count"))["count"]);
        foreach (var key in keys)
        {
            var expected = all.Where(row => (string?)row!["Isthmus_Key"] == key).Select(row => (string)row!["id"]!).ToList();
            Assert.True(expected.Count <= 1);
            Assert.Equal(expected, await FoundAsync($"Isthmus_Key = '{key.ToUpperInvariant()}'"));
        }
        foreach (var name in all.Select(row => (string)row!["Account_Name"]!).Distinct())
            Assert.Equal(all.Where(row => (string)row!["Account_Name"]! == name).Select(row => (string)row!["id"]!).Order(),
                (await FoundAsync($"Account_Name = '{name}'")).Order());
        foreach (var id in gone) Assert.Equal(204, (await Crm.GetAsync($"/Accounts/{id}")).Status);
    }

    private async Task ActAsync(Random random)
    {
        var rows = (await Crm.GetAsync("/Accounts?fields=Isthmus_Key")).Json?["data"]?.AsArray();
        var id = rows is null ? null : (string)rows[random.Next(rows.Count)]!["id"]!;
        var name = $"Name {random.Next(5)}";
        switch (id is null ? 0 : random.Next(10))
        {
            case < 5:
                await Crm.UpsertAsync("Accounts", new { Account_Name = name, Isthmus_Key = keys[random.Next(keys.Length)] });
                break;
            case 5:
                await Crm.ControlAsync("/records/Accounts", new[] { new { id, Account_Name = name } });
                break;
            case 6:
                await Crm.DeleteAsync($"/Accounts/{id}");
                gone.Add(id!);
                break;
            case 7 when gone.Count > 0:
                var restored = await Crm.ControlAsync("/records/Accounts/restore", new { ids = new[] { gone[0] } });
                if ((int)restored["restored"]! == 1) gone.RemoveAt(0);
                break;
            case 8 when rows!.Count > 1:
                var child = (string)rows[rows.Count - 1]!["id"]!;
                if (child == id) break;
                await Crm.ControlAsync("/merge", new { module = "Accounts", master = id, children = new[] { child } });
                gone.Add(child);
                break;
            default:
                await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = random.Next(3) });
                break;
        }
    }

    private static IEnumerable<string> Sorted(JsonArray rows) => rows
        .OrderBy(row => DateTimeOffset.Parse((string)row!["Modified_Time"]!))
        .ThenBy(row => (string)row!["id"]!, StringComparer.Ordinal)
        .Select(row => (string)row!["id"]!);

    private async Task<List<string>> FoundAsync(string where)
    {
        var answer = await Crm.AskAsync($"select id from Accounts where {where}");
        return [.. (answer.Json?["data"]?.AsArray() ?? []).Select(row => (string)row!["id"]!)];
    }
}
