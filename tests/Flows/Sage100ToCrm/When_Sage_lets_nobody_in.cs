using System.Net;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_Sage_lets_nobody_in
{
    private const string Customers = "sage-100-customers";

    [Fact]
    public async Task With_a_wrong_company_the_flow_rests_with_the_cure_and_no_record_fails()
    {
        await using var shown = await ShownSage.StartAsync(("Isthmus:Connections:sage-100:Company", "XYZ"));
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor")));

        await RestsAsync(shown, "There is no company XYZ on this host. Set Company to one of");
    }

    [Fact]
    public async Task A_key_that_was_replaced_there_first_is_a_pause_that_the_new_key_ends()
    {
        await using var shown = await ShownSage.StartAsync();
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor")));
        await shown.World.PostAsync(
            "/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { keys = new[] { "new-key" } } });
        await RestsAsync(shown, "Store the agent's current key: ./run secret set");

        new FileVault(shown.World.Home).Set("sage-agent-key", "new-key");

        // Somebody looks after the pause since the look that made it; the next try comes within minutes.
        await shown.World.PassUntilFlowingAsync("sage-100", TimeSpan.FromMinutes(5));
        Assert.Equal("1 1 0 0 0", await shown.LookAsync(Customers));
        Assert.Empty(await shown.FailuresAsync());
    }

    [Fact]
    public async Task A_single_record_over_SOAP_says_what_is_wrong_with_its_user_and_the_agent_goes_on()
    {
        await using var shown = await ShownSage.StartAsync(
            [.. SageSoapSettings.All, ("Isthmus:Connections:sage-100:Surface:ReadCustomer", "soap")]);
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor")));
        foreach (var (name, bad, good) in new[] { ("passwordExpired", true, false), ("user", false, true), ("company", false, true) })
        {
            await SwitchAsync(shown, name, bad);
            var answer = await shown.World.App.GetAsync($"/api/master-data/{Customers}/records/01-HARB01");
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("Store the current password (./run secret set NAME)", await answer.Content.ReadAsStringAsync());
            await SwitchAsync(shown, name, good);
        }
        Assert.Equal("1 1 0 0 0", await shown.LookAsync(Customers));
    }

    private static async Task RestsAsync(ShownSage shown, string cure)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => shown.LookAsync(Customers));
        Assert.Contains(cure, Text(await shown.FlowAsync(Customers), "why"));
        await shown.World.CircuitAsync("sage-100", "paused");
        Assert.Empty(await shown.FailuresAsync());
        Assert.Empty(await shown.InCrmAsync("Accounts"));
    }

    private static Task SwitchAsync(ShownSage shown, string name, bool value) => shown.World.PostAsync(
        "/_sandbox/settings", new Dictionary<string, object>
        {
            ["sage-100"] = new { soap = new Dictionary<string, bool> { [name] = value } },
        });
}
