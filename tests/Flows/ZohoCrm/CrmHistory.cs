using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>Plays deeds on some vendors of a world, and holds what was handed over against what the CRM holds in the end.</summary>
internal sealed class CrmHistory(CrmDesk desk)
{
    public const int Vendors = 3;

    /// <summary>What goes wrong with calls: no answer, one that is lost, half of one, a page.</summary>
    private static readonly (string Kind, int Status, string? Code)[] Failures =
        [("status", 500, null), ("drop-after", 500, null), ("malformed-body", 500, null), ("status", 200, "html")];

    private readonly string[] ids = new string[Vendors];
    private bool mayRepeat;

    public async Task PlayAsync(IEnumerable<CrmDeed> deeds)
    {
        for (var at = 0; at < Vendors; at++) ids[at] = await desk.WriteAsync(new { Vendor_Name = $"V{at}", Phone = "0" });
        // A first look goes back an hour only: what was there before somebody began to follow is no news.
        await SweptAsync();
        foreach (var deed in deeds)
        {
            try { await DoAsync(deed); }
            catch (Exception failed) when (failed is FailureException or InvalidOperationException) { }
        }
        await MendAsync();
        await desk.RestAsync();
        await SweptAsync();
        await desk.RestAsync();
        Assert.Equal(0, await SweptAsync());
        foreach (var id in ids) Prove(await desk.RecordAsync(id), desk.Kept.Of(id));
    }

    private async Task DoAsync(CrmDeed deed)
    {
        var id = ids[deed.Which];
        var there = deed.Verb is CrmVerb.Change or CrmVerb.OurWrite or CrmVerb.Delete && await desk.RecordAsync(id) is not null;
        switch (deed.Verb)
        {
            case CrmVerb.Change when there: await desk.WriteAsync(new { id, Phone = $"{deed.Value}" }); break;
            case CrmVerb.OurWrite when there: await WriteOursAsync(id, deed.Value); break;
            case CrmVerb.Delete when there: await desk.DeleteAsync(id); break;
            case CrmVerb.Restore: await desk.RestoreAsync(id); break;
            case CrmVerb.Lose: await FaultAsync("webhook-lost"); break;
            case CrmVerb.Double: await FaultAsync("webhook-duplicate"); break;
            case CrmVerb.Disorder: await FaultAsync("webhook-out-of-order"); break;
            case CrmVerb.Lock: await FaultAsync("record-lock"); break;
            case CrmVerb.Fail: await FailAsync(Failures[(deed.Which + deed.Value) % Failures.Length], 1 + (3 * deed.Value)); break;
            case CrmVerb.DropChannels: await desk.DropChannelsAsync(); break;
            case CrmVerb.Tend: await desk.Channels.TendAsync(look: true, default); break;
            case CrmVerb.Sweep: await desk.SweepAsync(); break;
            case CrmVerb.CannotTake: desk.Kept.Fail(1); break;
            case CrmVerb.VendorAway: desk.Kept.Fail(1 + deed.Value, "sage-300"); break;
            case CrmVerb.Crash: await CrashAsync(); break;
            case CrmVerb.Downgrade: await desk.EditionAsync("standard"); break;
            case CrmVerb.Upgrade: await desk.EditionAsync("professional"); break;
            case CrmVerb.Move: await desk.MoveAsync(deed.Value == 0 ? "us" : "ca"); break;
            case CrmVerb.ExpireTokens: await desk.ExpireTokensAsync(); break;
            case CrmVerb.Pass: await desk.World.PassTimeAsync(TimeSpan.FromSeconds(1 + (deed.Which * deed.Value * 200))); break;
        }
    }

    /// <summary>All works again, and it is so long ago that everybody has noticed.</summary>
    private async Task MendAsync()
    {
        desk.Kept.Fail(0);
        await desk.World.HealAsync();
        await desk.EditionAsync("professional");
        await desk.World.PassTimeAsync(TimeSpan.FromHours(2));
    }

    /// <summary>A connection may be paused for a moment.</summary>
    private Task<int> SweptAsync() => Patience.UntilAsync<int>(async () =>
    {
        try { return await desk.SweepAsync(); }
        catch (InvalidOperationException) { return null; }
    });

    private async Task CrashAsync()
    {
        mayRepeat = true;
        await desk.World.CrashAndRestartAsync();
    }

    private Task FaultAsync(string kind) => desk.World.FaultAsync(new { vendor = "zoho-crm", kind, match = "Vendors", count = 1 });

    private Task FailAsync((string Kind, int Status, string? Code) failure, int count) => desk.World.FaultAsync(
        new { vendor = "zoho-crm", kind = failure.Kind, status = failure.Status, code = failure.Code, match = "crm/v8", count });

    private async Task WriteOursAsync(string id, int value)
    {
        var record = JsonSerializer.SerializeToElement(new { id, Description = $"ours {value}" });
        var written = Assert.Single(await desk.Client.UpdateAsync("Vendors", [record], CrmTrigger.None));
        Assert.True(written.Failure is null or { Class: FailureClass.Locked }, written.Failure?.Message);
    }

    /// <summary>The last that was handed over is what users left; nothing was handed over twice but by a crash.</summary>
    private void Prove(JsonElement? vendor, IReadOnlyList<CrmChange> heard)
    {
        Assert.NotEmpty(heard);
        var last = heard[^1];
        if (vendor is null) Assert.Equal(CrmChangeKind.Deleted, last.Kind);
        else Assert.Equal(Phone(vendor.Value), Phone(last.Record!.Value));
        if (mayRepeat) return;
        foreach (var (earlier, later) in heard.Zip(heard.Skip(1)))
        {
            Assert.False(earlier.Record is null && later.Record is null, "It was handed over as gone twice.");
            if (earlier.Record is null || later.Record is null) continue;
            Assert.True(earlier.At <= later.At, "An older version came after a newer one.");
            Assert.NotEqual(earlier.Record.Value.GetRawText(), later.Record.Value.GetRawText());
        }
    }

    private static string Phone(JsonElement vendor) => vendor.GetProperty("Phone").GetString()!;
}
