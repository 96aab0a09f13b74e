using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>Plays deeds on some accounts of a world, and holds what was handed over against what the CRM holds in the end.</summary>
internal sealed class CrmHistory(CrmDesk desk)
{
    public const int Accounts = 3;

    private readonly string[] ids = new string[Accounts];
    private bool mayRepeat;

    public async Task PlayAsync(IEnumerable<CrmDeed> deeds)
    {
        for (var at = 0; at < Accounts; at++) ids[at] = await desk.WriteAsync(new { Account_Name = $"A{at}", Phone = "0" });
        foreach (var deed in deeds) await DoAsync(deed);
        await desk.World.HealAsync();
        desk.Kept.Fail(0);
        await desk.RestAsync();
        await desk.SweepAsync();
        await desk.RestAsync();
        Assert.Equal(0, await desk.SweepAsync());
        foreach (var id in ids) Prove(await desk.AccountAsync(id), desk.Kept.Of(id));
    }

    private async Task DoAsync(CrmDeed deed)
    {
        var id = ids[deed.Which];
        var there = deed.Verb is CrmVerb.Change or CrmVerb.OurWrite or CrmVerb.Delete && await desk.AccountAsync(id) is not null;
        switch (deed.Verb)
        {
            case CrmVerb.Change when there: await desk.WriteAsync(new { id, Phone = $"{deed.Value}" }); break;
            case CrmVerb.OurWrite when there: await WriteOursAsync(id, deed.Value); break;
            case CrmVerb.Delete when there: await desk.DeleteAsync(id); break;
            case CrmVerb.Restore: await desk.RestoreAsync(id); break;
            case CrmVerb.Lose: await FaultAsync("webhook-lost"); break;
            case CrmVerb.Double: await FaultAsync("webhook-duplicate"); break;
            case CrmVerb.Disorder: await FaultAsync("webhook-out-of-order"); break;
            case CrmVerb.DropChannels: await desk.DropChannelsAsync(); break;
            case CrmVerb.Tend: await desk.Channels.TendAsync(look: true, default); break;
            case CrmVerb.Sweep: await desk.SweepAsync(); break;
            case CrmVerb.CannotTake: desk.Kept.Fail(1); break;
            case CrmVerb.Crash: await CrashAsync(); break;
            case CrmVerb.Pass: await desk.World.PassTimeAsync(TimeSpan.FromSeconds(1 + deed.Value)); break;
        }
    }

    private async Task CrashAsync()
    {
        mayRepeat = true;
        await desk.World.CrashAndRestartAsync();
    }

    private Task FaultAsync(string kind) => desk.World.FaultAsync(new { vendor = "zoho-crm", kind, match = "Accounts", count = 1 });

    private async Task WriteOursAsync(string id, int value)
    {
        var record = JsonSerializer.SerializeToElement(new { id, Description = $"ours {value}" });
        Assert.Null(Assert.Single(await desk.Client.UpdateAsync("Accounts", [record], CrmTrigger.None)).Failure);
    }

    /// <summary>The last that was handed over is what users left; nothing was handed over twice but by a crash.</summary>
    private void Prove(JsonElement? account, IReadOnlyList<CrmChange> heard)
    {
        Assert.NotEmpty(heard);
        var last = heard[^1];
        if (account is null) Assert.Equal(CrmChangeKind.Deleted, last.Kind);
        else Assert.Equal(Phone(account.Value), Phone(last.Record!.Value));
        if (mayRepeat) return;
        foreach (var (earlier, later) in heard.Zip(heard.Skip(1)))
        {
            Assert.False(earlier.Record is null && later.Record is null, "It was handed over as gone twice.");
            if (earlier.Record is null || later.Record is null) continue;
            Assert.True(earlier.At <= later.At, "An older version came after a newer one.");
            Assert.NotEqual(earlier.Record.Value.GetRawText(), later.Record.Value.GetRawText());
        }
    }

    private static string Phone(JsonElement account) => account.GetProperty("Phone").GetString()!;
}
