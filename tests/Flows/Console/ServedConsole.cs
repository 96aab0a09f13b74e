using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

/// <summary>The app, and somebody without a key who asks for the page's files.</summary>
public sealed class ServedConsole : IAsyncLifetime
{
    private World world = null!;

    public HttpClient Stranger { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync();
        Stranger = new HttpClient { BaseAddress = world.App.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        Stranger.Dispose();
        await world.DisposeAsync();
    }
}
