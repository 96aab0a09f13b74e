using System.Diagnostics;

namespace Isthmus.Embedded.Tests.Storage;

/// <summary>
/// One Azurite for the run of the tests, holding everything in memory: the program that <c>ISTHMUS_AZURITE</c> names, the
/// <c>azurite-queue</c> of an npm install. It ends with this process.
/// </summary>
internal static class Azurite
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly Lazy<int> Port = new(Start);

    public static string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};" +
        $"QueueEndpoint=http://127.0.0.1:{Port.Value}/devstoreaccount1;";

    private static int Start()
    {
        var start = new ProcessStartInfo(Program(),
        [
            "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--queueHost", "127.0.0.1", "--queuePort", "0"
        ]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill(entireProcessTree: true);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains("successfully listens")) return int.Parse(line[(line.LastIndexOf(':') + 1)..]);
        }
        throw new InvalidOperationException($"Azurite ended with code {process.ExitCode} before it listened.");
    }

    private static string Program() => Environment.GetEnvironmentVariable("ISTHMUS_AZURITE") is { Length: > 0 } program
        ? program
        : throw new InvalidOperationException("ISTHMUS_AZURITE must name the program azurite-queue; ./test sets it.");
}
