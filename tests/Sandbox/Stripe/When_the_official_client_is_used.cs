using System.Diagnostics;
using System.Runtime.CompilerServices;
using Isthmus.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_the_official_client_is_used(ITestOutputHelper output) : StripeTest
{
    [NodeFact]
    public Task It_creates_lists_expands_refunds_and_verifies_a_webhook_unchanged() => JudgeAsync("judge.mjs");

    [NodeFact]
    public Task It_follows_refunds_disputes_payouts_events_and_searches_unchanged() => JudgeAsync("money.mjs");

    private async Task JudgeAsync(string judge)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Sources())) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));

        Assert.Equal(0, await RunAsync(folder.Path, "npm", "install", "--no-audit", "--no-fund", "--silent"));
        var port = Sandbox.Http.BaseAddress!.Port.ToString();
        Assert.Equal(0, await RunAsync(folder.Path, "node", judge, port));
    }

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "node");

    private async Task<int> RunAsync(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(NodeFactAttribute.Find(command)!, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        foreach (var text in texts) output.WriteLine(text);
        return process.ExitCode;
    }
}
