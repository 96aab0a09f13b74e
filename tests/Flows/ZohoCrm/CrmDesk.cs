using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.ZohoCrm;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>A world with a CRM of which somebody follows a module, accounts by default, and what its users do there.</summary>
internal sealed class CrmDesk : IAsyncDisposable
{
    private readonly WebApplication sandbox;

    private CrmDesk(WebApplication sandbox, World world, KeptChanges kept) => (this.sandbox, World, Kept) = (sandbox, world, kept);

    public World World { get; }

    public KeptChanges Kept { get; }

    public CrmChannelKeeper Channels => World.Services.GetRequiredService<CrmChannelKeeper>();

    public Connectors.ZohoCrm.ZohoCrmClient Client => World.Services.GetRequiredService<Connectors.ZohoCrm.ZohoCrmClient>();

    /// <summary>With channels that are open, or without any.</summary>
    public static async Task<CrmDesk> OpenAsync(bool channels = true, KeptChanges? follower = null, params (string, string)[] settings)
    {
        var sandbox = World.BuildQuietSandbox();
        await sandbox.StartAsync();
        var kept = follower ?? new KeptChanges();
        var world = await World.StartBesideAsync(
            sandbox, null, kept.Furnish,
            [.. channels ? CrmSettings.WithChannels : CrmSettings.On, .. settings]);
        await CrmSettings.MakePatientAsync(world.Sandbox);
        var desk = new CrmDesk(sandbox, world, kept);
        if (channels) await desk.Channels.TendAsync(look: false, default);
        return desk;
    }

    /// <summary>A user of the CRM writes a record; with an id it is changed.</summary>
    public Task<string> WriteAsync(object record, string? module = null) => WriteAsync(World, record, module ?? Kept.Module);

    /// <summary>The same in any world.</summary>
    public static async Task<string> WriteAsync(World world, object record, string module = "Accounts")
    {
        var answer = await world.Sandbox.PostAsJsonAsync($"/_sandbox/zoho-crm/records/{module}", new[] { record }, JsonSerializerOptions.Default);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body.GetProperty("ids")[0].GetString()! : throw new InvalidOperationException(body.ToString());
    }

    public Task DeleteAsync(string id) => World.PostAsync($"/_sandbox/zoho-crm/records/{Kept.Module}/delete", new { ids = new[] { id } });

    public Task RestoreAsync(string id) => World.PostAsync($"/_sandbox/zoho-crm/records/{Kept.Module}/restore", new { ids = new[] { id } });

    public Task MergeAsync(string master, string child) =>
        World.PostAsync("/_sandbox/zoho-crm/merge", new { module = Kept.Module, master, children = new[] { child } });

    public Task DropChannelsAsync() => World.PostAsync("/_sandbox/zoho-crm/channels/drop", new { });

    /// <summary>Looks now for what no channel told of; answers with how much that was.</summary>
    public async Task<int> SweepAsync()
    {
        var answer = await World.App.PostAsync("/api/connections/zoho-crm/sweep", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body.GetProperty("found").GetInt32() : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>Waits until the inbox is worked off; what lies hidden in the queue after a failure is brought forward.</summary>
    public Task RestAsync() => ForwardAsync(async () => !await World.Services.GetRequiredService<EventInbox>()
        .WaitingAsync("zoho-crm", World.Clock.GetUtcNow().AddDays(1)).AnyAsync());

    /// <summary>Waits until so many dead letters are open; what lies hidden in the queue is brought forward.</summary>
    public Task LettersAsync(int count) => ForwardAsync(async () =>
        (await World.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").GetArrayLength() == count);

    /// <summary>Waits until so much of a record was handed over.</summary>
    public Task<CrmChange[]> HeardAsync(string id, int changes = 1) => HeardAsync(() => Kept.Of(id), changes);

    /// <summary>The record as the CRM holds it; null when it is gone.</summary>
    public async Task<JsonElement?> RecordAsync(string id)
    {
        var ledger = await World.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/ledger");
        var found = ledger.GetProperty("zoho-crm").GetProperty(Kept.Module).EnumerateArray()
            .FirstOrDefault(record => record.GetProperty("id").GetString() == id);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }

    public Task EditionAsync(string paidType) => World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType });

    /// <summary>The organisation moves to another data centre.</summary>
    public Task MoveAsync(string location) => World.PostAsync("/_sandbox/zoho-crm/datacenter", new { location });

    public Task ExpireTokensAsync() => World.PostAsync("/_sandbox/zoho-crm/tokens/expire", new { });

    /// <summary>The channels that the CRM keeps open.</summary>
    public async Task<IReadOnlyList<JsonElement>> OpenChannelsAsync() =>
        [.. (await World.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/ledger")).GetProperty("zoho-crm").GetProperty("channels").EnumerateArray()];

    /// <summary>What operators see of the connection.</summary>
    public async Task<JsonElement> ShownAsync() => (await World.App.GetFromJsonAsync<JsonElement>("/api/connections"))
        .EnumerateArray().Single(shown => shown.GetProperty("id").GetString() == "zoho-crm");

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    /// <summary>Calls that are under way run out of time when it passes, so it passes now and then only.</summary>
    private async Task ForwardAsync(Func<Task<bool>> come)
    {
        var looks = 0;
        await Patience.UntilAsync<bool>(async () =>
        {
            if (await come()) return true;
            if (++looks % 30 == 0) await World.PassTimeAsync(TimeSpan.FromSeconds(61));
            return null;
        });
    }

    private static async Task<CrmChange[]> HeardAsync(Func<IReadOnlyList<CrmChange>> heard, int changes)
    {
        await Patience.UntilAsync<bool>(
            () => Task.FromResult<bool?>(heard().Count >= changes ? true : null), () => Task.FromResult($"{heard().Count} were heard."));
        return [.. heard()];
    }
}
