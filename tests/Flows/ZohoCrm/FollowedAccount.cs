using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>A user makes and changes an account, and deletes another; whoever follows hears the end of both.</summary>
internal sealed class FollowedAccount : Scenario
{
    private readonly KeptChanges kept = new("Accounts", "Account_Name", "Phone");
    private string id = "";
    private string deleted = "";

    public override (string, string)[] Settings => [.. CrmSettings.WithChannels, ("Isthmus:Connections:zoho-crm:Limits:Retries", "0")];

    public override Action<FunctionsApplicationBuilder> Furnish => kept.Furnish;

    public override async Task PrepareAsync(World world)
    {
        await CrmSettings.MakePatientAsync(world.Sandbox);
        await world.Services.GetRequiredService<CrmChannelKeeper>().TendAsync(look: false, default);
        deleted = await CrmDesk.WriteAsync(world, new { Account_Name = "Gone soon" });
        await Patience.UntilAsync<bool>(() => Task.FromResult<bool?>(kept.Of(deleted).Count > 0 ? true : null));
    }

    public override async Task BeginAsync(World world)
    {
        id = await CrmDesk.WriteAsync(world, new { Account_Name = "Harlow", Phone = "1" });
        await CrmDesk.WriteAsync(world, new { id, Phone = "2" });
        await world.PostAsync("/_sandbox/zoho-crm/records/Accounts/delete", new { ids = new[] { deleted } });
    }

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        if (Phone() != "2" || kept.Of(deleted)[^1].Kind != CrmChangeKind.Deleted) return null;
        var inbox = world.Services.GetRequiredService<Core.Inbox.EventInbox>();
        // A notification that was stored and not queued is queued by the minute; what it tells of, the poll found.
        return await inbox.WaitingAsync("zoho-crm", world.Clock.GetUtcNow().AddDays(1), cancellation)
            .AnyAsync(entry => entry.Event.Type != "notification", cancellation) ? null : true;
    });

    public override Task NudgeAsync(World world, CancellationToken cancellation) =>
        world.App.PostAsync("/api/connections/zoho-crm/sweep", null, cancellation);

    public override async Task ProveAsync(World world)
    {
        Assert.InRange(kept.Of(id).Count, 1, 3);
        Assert.InRange(kept.Of(deleted).Count, 2, 4);
        var heard = kept.Taken.Count;
        (await world.App.PostAsync("/api/connections/zoho-crm/sweep", null)).EnsureSuccessStatusCode();
        Assert.Equal(heard, kept.Taken.Count);
    }

    private string? Phone() => (kept.Of(id) is [.., var last] ? last : null)?.Record?.GetProperty("Phone").GetString();
}
