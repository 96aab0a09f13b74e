namespace Isthmus.Cli.Stack;

/// <summary>Folders by convention: the repository, and the state folder ISTHMUS_HOME or .isthmus.</summary>
internal static class Places
{
    public static string Root { get; } = Environment.GetEnvironmentVariable("ISTHMUS_ROOT") ?? FindRoot();

    public static string Home { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("ISTHMUS_HOME") is { Length: > 0 } given ? given : Path.Combine(Root, ".isthmus"));

    /// <summary>The first folder .isthmus/replay-N that does not exist yet.</summary>
    public static string NextReplay()
    {
        for (var n = 1; ; n++)
            if (Path.Combine(Home, $"replay-{n}") is var folder && !Directory.Exists(folder)) return folder;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FunctionApp.sln"))) return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
