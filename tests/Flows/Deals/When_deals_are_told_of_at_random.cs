using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>
/// The CRM itself tells of deals: notifications are lost, doubled and out of order, channels end in silence, and the poll finds the rest.
/// Nobody knows which winnings were seen in between; each that was has one order. ISTHMUS_SEED=N plays that history.
/// </summary>
public sealed class When_deals_are_told_of_at_random(ITestOutputHelper output)
{
    private static readonly string[] Stages = [SalesDesk.Won, SalesDesk.Open, "Closed Lost"];
    private static readonly string[] Mishaps = ["webhook-lost", "webhook-duplicate", "webhook-out-of-order"];

    private World world = null!;
    private SalesDesk desk = null!;

    [Fact]
    public async Task Whoever_tells_each_winning_that_was_seen_has_one_order()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        (world, desk) = await SalesDesk.OpenAsync([.. CrmSettings.WithChannels, ("Isthmus:Deals:WonAgain", "newOrder")]);
        await using var _ = world;
        await TendAsync();
        var deals = new Dictionary<Deal, string>();
        for (var each = 0; each < 2; each++) deals.Add(await desk.SellAsync(), SalesDesk.Open);

        for (var deed = 0; deed < 16; deed++) await DoAsync(random, deals);
        await world.HealAsync();
        await TendAsync();
        await desk.LookAsync();
        await RestAsync(deals.Keys);

        foreach (var (deal, stage) in deals) await DealProof.HoldsAsync(desk, deal, await WinningsAsync(deal, stage == SalesDesk.Won));
    }

    private async Task DoAsync(Random random, Dictionary<Deal, string> deals)
    {
        var deal = deals.Keys.ElementAt(random.Next(deals.Count));
        switch (random.Next(12))
        {
            case 0: await world.PostAsync("/_sandbox/zoho-crm/channels/drop", new { }); break;
            case 1: await TendAsync(); break;
            case 2: await desk.LookAsync(); break;
            case 3: await world.PostAsync("/_sandbox/zoho-crm/tokens/expire", new { }); break;
            case 4: await world.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = random.Next(2) == 0 ? "ca" : "us" }); break;
            case 5: await world.FaultAsync(new { vendor = "sage-300", match = "ARCustomers|OEOrders", kind = "record-lock", count = 2 }); break;
            case 6 or 7:
                await world.FaultAsync(new { vendor = "zoho-crm", kind = Mishaps[random.Next(Mishaps.Length)], match = "Deals", count = 1 });
                break;
            default:
                // The CRM tells changes apart by whole seconds.
                await world.PassTimeAsync(TimeSpan.FromSeconds(1));
                await desk.ChangeAsync(deal.Id, new { Stage = deals[deal] = Stages[random.Next(Stages.Length)] });
                break;
        }
    }

    private Task TendAsync() => world.Services.GetRequiredService<CrmChannelKeeper>().TendAsync(look: true, default);

    /// <summary>Nothing waits in the inbox, and no deal's run goes on; what waits for its time gets it.</summary>
    private async Task RestAsync(IEnumerable<Deal> deals)
    {
        var looks = 0;
        await Patience.UntilAsync<bool>(async () =>
        {
            if (!await world.Services.GetRequiredService<EventInbox>().WaitingAsync("zoho-crm", world.Clock.GetUtcNow().AddDays(1)).AnyAsync()
                && await OverAsync(deals)) return true;
            if (++looks % 30 == 0) await world.PassTimeAsync(TimeSpan.FromSeconds(61));
            return null;
        });
    }

    private async Task<bool> OverAsync(IEnumerable<Deal> deals)
    {
        foreach (var deal in deals)
            if (await world.Parts.Engine.Client.GetInstanceAsync(deal.Run) is { IsCompleted: false }) return false;
        return true;
    }

    /// <summary>How many winnings the app saw; the last one is ordered where the deal is won.</summary>
    private async Task<int> WinningsAsync(Deal deal, bool won)
    {
        var answer = await world.App.GetAsync("/api/deals/" + deal.Id);
        if (!won && !answer.IsSuccessStatusCode) return 0;
        var state = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var (winning, ordered) = (state.GetProperty("winning").GetInt32(), state.Text("stand") == "ordered");
        Assert.True(ordered || !won, state.ToString());
        return ordered ? winning : winning - 1;
    }
}
