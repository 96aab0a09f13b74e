using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Every flow that is registered can be tried dry, carried for one record, and run once; a new one too.</summary>
public sealed class When_any_flow_is_tried
{
    [Fact]
    public async Task Each_says_what_would_change_carries_one_record_alone_and_then_the_others_once()
    {
        await using var house = await WholeHouse.OpenAsync();
        Assert.True(house.Flows.Count >= 16, $"{house.Flows.Count} flows");
        foreach (var flow in house.Flows)
        {
            try { await TryAsync(house, flow); }
            catch (Exception wrong) { throw new InvalidOperationException($"{flow.Name}: {wrong.Message}", wrong); }
        }
    }

    private static async Task TryAsync(WholeHouse house, IMasterFlow flow)
    {
        var before = await house.InCrmAsync(flow.Module);
        var first = (await house.PostAsync($"{flow.Name}/look?dry=true")).GetProperty("records").EnumerateArray().First();
        var key = CrmDesk.Text(first, "key")!;
        var path = $"{flow.Name}/records/{Uri.EscapeDataString(key)}";
        var shown = (await house.GetAsync(path)).GetProperty("change");
        Assert.Equal(first.GetProperty("fields").ToString(), shown.GetProperty("fields").ToString());
        Assert.Contains(Fields(shown), field => field.Name == "Isthmus_Key" && field.After!.EndsWith(":" + key, StringComparison.Ordinal));
        Assert.Equal(Texts(before), Texts(await house.InCrmAsync(flow.Module)));

        var run = CrmDesk.Text(await house.PostAsync(path), "id")!;
        await house.World.RunAsync(run, "done");
        var alone = Assert.Single((await house.InCrmAsync(flow.Module)).ExceptBy(Ids(before), record => CrmDesk.Text(record, "id")));
        Assert.EndsWith(":" + key, CrmDesk.Text(alone, "Isthmus_Key"), StringComparison.Ordinal);
        Assert.Empty(Fields((await house.GetAsync(path)).GetProperty("change")));

        await RestAsync(house, flow);
        var rest = (await house.PostAsync($"{flow.Name}/look?dry=true&full=true")).GetProperty("counts");
        Assert.Equal(0, rest.GetProperty("written").GetInt64() + rest.GetProperty("failed").GetInt64());
        var carried = (await house.InCrmAsync(flow.Module)).Count - before.Count;
        Assert.Equal(rest.GetProperty("unchanged").GetInt64(), carried);
    }

    /// <summary>A record whose parent comes only now is completed by the next look.</summary>
    private static Task<bool> RestAsync(WholeHouse house, IMasterFlow flow) => Patience.UntilAsync<bool>(async () =>
        CrmDesk.Counts((await house.PostAsync($"{flow.Name}/look?full=true")).GetProperty("counts")).Split(' ') is [_, "0", _, _, "0"] ? true : null);

    private static IEnumerable<(string Name, string? After)> Fields(JsonElement change) =>
        change.GetProperty("fields").EnumerateArray().Select(field => (CrmDesk.Text(field, "field")!, CrmDesk.Text(field, "after")));

    private static IEnumerable<string?> Ids(IEnumerable<JsonElement> records) => records.Select(record => CrmDesk.Text(record, "id"));

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> records) => records.Select(record => record.ToString());
}
