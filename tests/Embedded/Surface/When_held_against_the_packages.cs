using System.Diagnostics;
using Isthmus.Embedded.Storage;
using Microsoft.AspNetCore.Http;

namespace Isthmus.Embedded.Tests.Surface;

public sealed class When_held_against_the_packages
{
    [SharedFact]
    public async Task Every_public_member_of_a_stand_in_is_one_of_the_real_package()
    {
        var (exitCode, report) = await CheckAsync(typeof(EmbeddedStore).Assembly.Location, SharedFactAttribute.Lists!);
        Assert.True(exitCode == 0, report);
        Assert.DoesNotMatch("^0 types", report);
    }

    private static async Task<(int ExitCode, string Report)> CheckAsync(string assembly, string lists)
    {
        // The folder may be read-only, and dotnet builds a file where it lies.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "isthmus-surface")).FullName;
        var program = Path.Combine(folder, "surface.cs");
        File.Copy(Path.Combine(lists, "surface.cs"), program, overwrite: true);

        var start = new ProcessStartInfo("dotnet", ["run", program, "--", "check", assembly, lists])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SURFACE_PATHS"] = Path.GetDirectoryName(typeof(HttpContext).Assembly.Location);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD",
            StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var check = Process.Start(start)!;
        var errors = check.StandardError.ReadToEndAsync();
        var output = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        return (check.ExitCode, output + await errors);
    }
}
