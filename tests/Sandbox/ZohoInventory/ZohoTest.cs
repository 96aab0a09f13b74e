namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>A sandbox of its own for each test.</summary>
public abstract class ZohoTest : IAsyncLifetime
{
    protected ZohoClient Zoho { get; private set; } = null!;

    public async Task InitializeAsync() => Zoho = await ZohoClient.StartAsync();

    public async Task DisposeAsync() => await Zoho.DisposeAsync();
}
