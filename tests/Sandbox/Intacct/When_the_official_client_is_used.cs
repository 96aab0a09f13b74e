using System.Diagnostics;
using System.Runtime.CompilerServices;
using Isthmus.Sandbox.Tests.Stripe;
using Isthmus.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Intacct;

public sealed class When_the_official_client_is_used(ITestOutputHelper output) : IntacctTest
{
    [NodeFact]
    public async Task It_signs_in_follows_the_endpoint_queries_pages_writes_and_is_refused_unchanged()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Sources())) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        Assert.Equal(0, await RunAsync(folder.Path, "npm", "install", "--no-audit", "--no-fund", "--silent"));
        Assert.Equal(0, await RunAsync(folder.Path, "node", "judge.mjs", Sandbox.Http.BaseAddress!.Port.ToString()));
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
