namespace Isthmus.Sandbox.Tests.ZohoCrm;

/// <summary>A sandbox of its own for each test.</summary>
public abstract class CrmTest : IAsyncLifetime
{
    protected CrmClient Crm { get; private set; } = null!;

    public async Task InitializeAsync() => Crm = await CrmClient.StartAsync();

    public async Task DisposeAsync() => await Crm.DisposeAsync();
}
