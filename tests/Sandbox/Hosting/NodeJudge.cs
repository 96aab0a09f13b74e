using System.Diagnostics;
using Isthmus.Sandbox.Tests.Stripe;
using Isthmus.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Sandbox.Tests.Hosting;

/// <summary>Runs a script with a vendor's own Node client, installed on the spot, against a sandbox.</summary>
internal static class NodeJudge
{
    /// <param name="output">Takes what the script says.</param>
    /// <param name="sources">The folder with package.json and the scripts.</param>
    /// <param name="judge">The script; it ends with 0 when it is content.</param>
    /// <param name="sandbox">What it is run against.</param>
    public static async Task JudgeAsync(ITestOutputHelper output, string sources, string judge, SandboxServer sandbox)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(sources)) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));

        Assert.Equal(0, await RunAsync(output, folder.Path, "npm", "install", "--no-audit", "--no-fund", "--silent"));
        var port = sandbox.Http.BaseAddress!.Port.ToString();
        Assert.Equal(0, await RunAsync(output, folder.Path, "node", judge, port));
    }

    private static async Task<int> RunAsync(ITestOutputHelper output, string folder, string command, params string[] arguments)
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
