using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Agents;

/// <summary>A world in which Sage's agent comes to the app, and nobody calls it.</summary>
internal static class OutboundWorld
{
    /// <summary>The key of the agent, as the vault of every world has it.</summary>
    public const string Key = "sage-sandbox-key";

    public static readonly (string, string)[] Settings =
        [("Isthmus:Connections:sage-100:Mode", "Outbound"), ("Isthmus:Connections:sage-100:BaseAddress", "")];

    public static async Task<World> StartAsync(params (string, string)[] settings)
    {
        var world = await World.StartAsync([.. Settings, .. settings]);
        await AttachAsync(world);
        return world;
    }

    /// <summary>Has the sandbox's agent fetch its work from the world's app.</summary>
    public static Task AttachAsync(World world) =>
        world.PostAsync("/_sandbox/sage-100/outbound", new { app = new Uri(world.App.BaseAddress!, "/api/agents"), key = Key });
}
