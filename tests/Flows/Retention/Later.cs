using Isthmus.Core.Inbox;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Retention;
using Isthmus.Tests.Support;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Retention;

/// <summary>Purges as if days had passed, with the app's own parts.</summary>
internal static class Later
{
    public static async Task<Dictionary<string, int>> PurgeAsync(this World world, int days)
    {
        var later = new ManualTime(world.Clock.GetUtcNow().AddDays(days));
        var needed = ActivatorUtilities.CreateInstance<NeededPayloads>(world.Services, later);
        var round = ActivatorUtilities.CreateInstance<RetentionRound>(world.Services, later, needed);
        var purged = await round.RunAsync(world.Parts.Engine.Client, TimeSpan.FromMinutes(1), CancellationToken.None);
        return purged.ToDictionary(kind => kind.Kind, kind => kind.Removed);
    }

    /// <summary>Waits until every event that was received has been looked at.</summary>
    public static Task WaitUntilRoutedAsync(this World world) => Patience.UntilAsync<int>(async () =>
    {
        var inbox = world.Services.GetRequiredService<EventInbox>();
        foreach (var connection in InboxSweep.Connections)
            await foreach (var _ in inbox.WaitingAsync(connection, DateTimeOffset.MaxValue)) return null;
        return 0;
    });

    public static Task<OrchestrationMetadata?> InstanceAsync(this World world, string id) =>
        world.Parts.Engine.Client.GetInstanceAsync(id, CancellationToken.None);
}
