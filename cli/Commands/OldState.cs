using Isthmus.Cli.Stack;

namespace Isthmus.Cli.Commands;

/// <summary>Removes a state folder, and only what is one.</summary>
internal static class OldState
{
    private static readonly string[] Signs = ["keys.json", "vault.json", "logs"];

    public static void Remove(string home)
    {
        if (!Directory.Exists(home) || !Directory.EnumerateFileSystemEntries(home).Any()) return;
        if (!Signs.Any(sign => Path.Exists(Path.Combine(home, sign))))
            throw new StackException($"{home} does not look like a state folder of Isthmus; nothing was removed.", "Look at ISTHMUS_HOME.");
        Directory.Delete(home, recursive: true);
    }
}
