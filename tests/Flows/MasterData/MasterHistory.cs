using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Plays deeds on some records of two flows, and holds the CRM against the sources when all is at rest.</summary>
internal sealed class MasterHistory(CrmDesk desk, int number)
{
    public const int Records = 8;
    private const int MostRounds = 8;

    /// <summary>Names in every script; every other record is a vendor.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Łódź Młyn", "東京商事", "شركة النور", "Ωμέγα", "חברה",
         "บริษัท", "O'Brien & \"Co\" <b>", "Zażółć 🚢", "ООО Ромашка", "İstanbul"];

    private readonly HashSet<string> bad = [];

    public async Task PlayAsync(IEnumerable<MasterDeed> deeds)
    {
        foreach (var deed in deeds)
        {
            try { await DoAsync(deed); }
            catch (InvalidOperationException) { }
        }
        await RestAsync();
        await ProveAsync(desk.Parties, "Accounts", "Account_Name");
        await ProveAsync(desk.Vendors, "Vendors", "Vendor_Name");
        Assert.Equal(bad.Order(), (await desk.LettersAsync()).Select(letter => CrmDesk.Text(letter, "key")!).Order());
    }

    private MemoryFlow Flow(int which) => which % 2 == 0 ? desk.Parties : desk.Vendors;

    private string Key(int which) => $"{number}-R{which}";

    private Task DoAsync(MasterDeed deed)
    {
        var (flow, key) = (Flow(deed.Which), Key(deed.Which));
        return deed.Verb switch
        {
            MasterVerb.Put => Put(flow, key, new { name = $"{Names[deed.Value]} {key}", city = $"City {deed.Value}" }, true),
            MasterVerb.PutBad => Put(flow, key, new { name = new string('x', 300) }, false),
            MasterVerb.PutChild => Put(
                desk.Parties, Key(0), new { name = $"Child {deed.Value}", city = "York", parent = Key((deed.Which / 2 * 2) + 2) }, true),
            MasterVerb.Remove => Remove(flow, key),
            MasterVerb.HandChange => ByHandAsync(flow, key, deed.Value),
            MasterVerb.HandDelete => DeleteAsync(flow, key),
            MasterVerb.Look => desk.LookAsync(flow),
            MasterVerb.Everything => desk.LookAsync(flow, full: true),
            MasterVerb.Load => desk.PostAsync($"/api/master-data/{flow.Name}/load"),
            MasterVerb.LoseAnswer => FaultAsync("drop-after"),
            MasterVerb.Garble => FaultAsync("malformed-body"),
            MasterVerb.Fail => FaultAsync("status"),
            MasterVerb.Lock => FaultAsync("record-lock"),
            MasterVerb.ExpireToken => FaultAsync("token-expiry"),
            MasterVerb.Move => desk.World.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = deed.Value % 2 == 0 ? "ca" : "us" }),
            MasterVerb.SourceAway => AwayAsync(flow),
            MasterVerb.Downgrade => EditionAsync("standard"),
            MasterVerb.Upgrade => EditionAsync("enterprise"),
            _ => desk.World.CrashAndRestartAsync(),
        };
    }

    private Task Put(MemoryFlow flow, string key, object body, bool sound)
    {
        flow.Put(key, body);
        if (sound) bad.Remove($"{flow.Name}|{key}");
        else bad.Add($"{flow.Name}|{key}");
        return Task.CompletedTask;
    }

    /// <summary>What is gone is no dead letter any more.</summary>
    private Task Remove(MemoryFlow flow, string key)
    {
        flow.Remove(key);
        bad.Remove($"{flow.Name}|{key}");
        return Task.CompletedTask;
    }

    /// <summary>The source does not show its next page.</summary>
    private static Task AwayAsync(MemoryFlow flow)
    {
        flow.BeforePage = _ =>
        {
            flow.BeforePage = null;
            throw new HttpRequestException("The source is away.");
        };
        return Task.CompletedTask;
    }

    private async Task ByHandAsync(MemoryFlow flow, string key, int value)
    {
        if (await FindAsync(flow, key) is { } id)
            await desk.ByHandAsync(
                flow.Module, flow == desk.Parties ? new { id, Billing_City = $"By hand {value}" } : new { id, Vendor_Name = $"By hand {value}" });
    }

    private async Task DeleteAsync(MemoryFlow flow, string key)
    {
        if (await FindAsync(flow, key) is { } id)
            await desk.World.PostAsync($"/_sandbox/zoho-crm/records/{flow.Module}/delete", new { ids = new[] { id } });
    }

    private async Task<string?> FindAsync(MemoryFlow flow, string key) =>
        (await desk.InCrmAsync(flow.Module)).Where(record => CrmDesk.Text(record, "Isthmus_Key") == "sage-100:ABC:" + key)
        .Select(record => CrmDesk.Text(record, "id")).FirstOrDefault();

    private Task FaultAsync(string kind) => desk.World.FaultAsync(new { vendor = "zoho-crm", kind, match = "crm/v8", count = 1 });

    private Task EditionAsync(string paidType) => desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType });

    /// <summary>Everything works again, and both flows look until nothing is left to do.</summary>
    private async Task RestAsync()
    {
        await desk.World.HealAsync();
        await EditionAsync("enterprise");
        await desk.World.PassTimeAsync(TimeSpan.FromHours(2));
        foreach (var flow in new[] { desk.Parties, desk.Vendors })
        {
            var looks = 0;
            await Patience.UntilAsync<bool>(async () => await QuietAsync(flow) is { } quiet && (quiet || ++looks == MostRounds) ? true : null);
            Assert.True(looks < MostRounds, $"{flow.Name} does not come to rest.");
        }
    }

    /// <summary>Null where it could not look, because the connection is paused for a moment.</summary>
    private async Task<bool?> QuietAsync(MemoryFlow flow)
    {
        try { return (await desk.LookAsync(flow, full: true)).Split(' ')[1] == "0"; }
        catch (InvalidOperationException) { return null; }
    }

    private async Task ProveAsync(MemoryFlow flow, string module, string name)
    {
        var records = (await desk.InCrmAsync(module)).ToLookup(record => CrmDesk.Text(record, "Isthmus_Key"));
        Assert.All(records, key => Assert.Single(key));
        foreach (var key in flow.Keys.Where(key => !bad.Contains($"{flow.Name}|{key}")))
        {
            var record = Assert.Single(records["sage-100:ABC:" + key]);
            var body = flow.Body(key);
            Assert.Equal(CrmDesk.Text(body, "name"), CrmDesk.Text(record, name));
            if (module != "Accounts") continue;
            Assert.Equal(CrmDesk.Text(body, "city"), CrmDesk.Text(record, "Billing_City"));
            if (CrmDesk.Text(body, "parent") is { } parent && flow.Keys.Contains(parent) && !bad.Contains($"{flow.Name}|{parent}"))
                Assert.Equal(
                    CrmDesk.Text(Assert.Single(records["sage-100:ABC:" + parent]), "id"), CrmDesk.Text(record.GetProperty("Parent_Account"), "id"));
        }
    }
}
