using Isthmus.Cli.Clients;
using Isthmus.Cli.Samples;
using Isthmus.Cli.Stack;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>What <c>./run</c> shows somebody who has no account anywhere.</summary>
public sealed class When_the_samples_of_a_first_start_are_entered
{
    private static readonly (Uri App, Uri Sandbox) Later = (new("http://app.invalid"), new("http://sandbox.invalid"));

    [Fact]
    public async Task Every_Sage_is_shown_in_the_CRM_and_the_deal_is_ordered()
    {
        await using var world = await World.StartAsync([.. Settings()]);
        FillVault(world.Home);
        using var sandbox = new SandboxClient(world.Sandbox.BaseAddress!);
        using var app = new AppClient(world.App.BaseAddress!, world.Home);
        app.ReadKey();
        await SampleBooks.FillAsync(sandbox, CancellationToken.None);
        await SampleDeal.WinAsync(sandbox, world.Clock.GetUtcNow(), CancellationToken.None);

        var looks = await FirstLooks.TakeAsync(app, CancellationToken.None);

        Assert.All(looks, look => Assert.EndsWith(" 0 failed", look, StringComparison.Ordinal));
        string[] flows =
            ["sage-100-customers", "sage-100-vendors", "sage-300-vendors", "sage-300-items", "intacct-customers", "intacct-vendors"];
        foreach (var flow in flows)
        {
            Assert.Contains(looks, look =>
                look.StartsWith(flow + ": ", StringComparison.Ordinal) && !look.Contains(" 0 written", StringComparison.Ordinal));
        }
        await Patience.UntilAsync<bool>(async () => (await app.CountsAsync(CancellationToken.None)).Of(RunCounts.Deal, "done") == 1 ? true : null);
    }

    /// <summary>Those of <c>./run</c>, at the addresses that the world has once it stands.</summary>
    private static IEnumerable<(string, string)> Settings() => CrmStack.Settings(Later.App, Later.Sandbox)
        .Select(setting => (setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value
            .Replace(Later.Sandbox.ToString().TrimEnd('/'), "{sandbox}", StringComparison.Ordinal)
            .Replace(Later.App.ToString().TrimEnd('/'), "{app}", StringComparison.Ordinal)))
        .Append(("Isthmus:MasterData:LookInTime", "false"));

    private static void FillVault(string home)
    {
        var vault = new FileVault(home);
        foreach (var (name, value) in AppSettings.Secrets)
            if (name.Split('-')[0] is "sage" or "intacct" || name.StartsWith("zoho-crm", StringComparison.Ordinal)) vault.Set(name, value);
    }
}
