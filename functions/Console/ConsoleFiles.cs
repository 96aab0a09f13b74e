using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Isthmus.Functions.Console;

/// <summary>
/// The files of the operators' page, read once from the <c>console</c> folder beside the program. A request's file name is only
/// looked up among them; no path is ever made of it.
/// </summary>
public sealed class ConsoleFiles
{
    /// <summary>The file that <c>/api/console</c> answers with.</summary>
    public const string Page = "index.html";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly FrozenDictionary<string, ConsoleFile> files;

    /// <summary>Reads the files that were copied beside the program; none where the folder is missing.</summary>
    public ConsoleFiles() : this(Path.Combine(AppContext.BaseDirectory, "console"))
    {
    }

    internal ConsoleFiles(string folder) => files = Read(folder).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The file of exactly this name, or null.</summary>
    public ConsoleFile? Find(string name) => files.GetValueOrDefault(name);

    private static Dictionary<string, ConsoleFile> Read(string folder)
    {
        var found = new Dictionary<string, ConsoleFile>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return found;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (!Types.TryGetValue(Path.GetExtension(path), out var type)) continue;
            var bytes = File.ReadAllBytes(path);
            found[Path.GetFileName(path)] = new ConsoleFile(bytes, type, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        }
        return found;
    }
}
