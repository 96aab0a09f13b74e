using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

public sealed class When_Sage_300_does_not_answer : IAsyncLifetime
{
    private Books books = null!;

    public async Task InitializeAsync()
    {
        books = await Books.OpenAsync(("Isthmus:Connections:sage-300:Limits:Retries", "1"));
        await books.VendorAsync("HARB01", "Harbor Pump Co");
    }

    public async Task DisposeAsync() => await books.DisposeAsync();

    [Fact]
    public async Task A_page_of_HTML_pauses_the_connection_and_it_goes_on_by_itself()
    {
        await books.PostAsync("outage", new { seconds = 3600, status = 503 });
        await LookAnywayAsync();
        await books.World.CircuitAsync("sage-300", "paused");
        Assert.Empty(await books.LettersAsync());
        await books.PostAsync("outage", new { seconds = 0, status = 503 });
        await books.World.PassUntilFlowingAsync("sage-300", TimeSpan.FromMinutes(10));
        await ArrivedAsync();
    }

    [Fact]
    public async Task An_expired_password_pauses_the_connection_until_a_new_one_is_stored()
    {
        await SetAsync(new { password = "NEW-ONE-7" });
        await LookAnywayAsync();
        var circuit = await books.World.CircuitAsync("sage-300", "paused");
        Assert.DoesNotContain("SAGE300-SANDBOX", circuit.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the password may have expired", circuit.GetProperty("cure").GetString(), StringComparison.Ordinal);
        Assert.Empty(await books.LettersAsync());
        new FileVault(books.World.Home).Set("sage-300-password", "new-one-7");
        await books.World.PassUntilFlowingAsync("sage-300", TimeSpan.FromMinutes(10));
        await ArrivedAsync();
    }

    [Fact]
    public async Task A_right_that_is_missing_stops_that_module_only()
    {
        await SetAsync(new { forbidden = new[] { "AP" } });
        await LookAnywayAsync();
        await books.PostAsync("records/AR/ARCustomers", new[] { new { customerNumber = "C1", groupCode = "WHL", customerName = "One" } });
        Assert.Equal("1 1 0 0 0", await books.LookAsync("customers"));
        await SetAsync(new { forbidden = Array.Empty<string>() });
        await ArrivedAsync();
    }

    [Theory]
    [InlineData(400, "InvalidParameters", "$metadata")]
    [InlineData(404, "ResourceNotFound", "Check Company, and that the module is activated")]
    public async Task A_property_or_module_that_the_installation_lacks_ends_the_look_with_the_cure(int status, string code, string cure)
    {
        await books.World.FaultAsync(new { vendor = "sage-300", kind = "status", match = "APVendors", status, code, count = 1 });
        await LookAnywayAsync();
        Assert.Contains(cure, (await books.FlowAsync("vendors")).ToString() + await RunsAsync(), StringComparison.Ordinal);
        await ArrivedAsync();
    }

    [Fact]
    public async Task Its_check_shows_every_step()
    {
        var check = await books.World.App.GetFromJsonAsync<JsonElement>("/api/connections/sage-300/check");
        Assert.True(check.GetProperty("ok").GetBoolean(), check.ToString());
        Assert.Equal(6, check.GetProperty("steps").GetArrayLength());
    }

    /// <summary>A look that may be refused or fail.</summary>
    private Task<HttpResponseMessage> LookAnywayAsync() => books.World.App.PostAsync("/api/master-data/sage-300-vendors/look", null);

    private Task<bool> ArrivedAsync() => Patience.UntilAsync<bool>(async () =>
    {
        await LookAnywayAsync();
        return (await books.InCrmAsync("Accounts")).Any(account => Books.Text(account, "S300_Code") == "HARB01") ? true : null;
    });

    private async Task<string> RunsAsync() => (await books.World.App.GetFromJsonAsync<JsonElement>("/api/runs")).ToString();

    private Task SetAsync(object settings) =>
        books.World.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-300"] = settings });
}
