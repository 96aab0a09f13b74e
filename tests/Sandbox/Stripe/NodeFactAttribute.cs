namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>A test that needs Node and npm; skipped, saying so, where they are not installed.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Find("node") is null || Find("npm") is null) Skip = "Node and npm are not installed: the official clients cannot run.";
    }

    public static string? Find(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { command, $"{command}.cmd", $"{command}.exe" }, Path.Combine)
        .FirstOrDefault(File.Exists);
}
