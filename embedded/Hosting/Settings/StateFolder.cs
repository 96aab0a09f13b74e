using Isthmus.Embedded.Storage;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Embedded.Hosting.Settings;

/// <summary>The folder that a storage connection means on this machine.</summary>
internal static class StateFolder
{
    private const string Folder = "IsthmusHome=";

    /// <summary>
    /// The folder of a connection setting. Not set, or an identity-based connection: the development account's.
    /// </summary>
    /// <exception cref="FormatException">A connection string of an account in Azure.</exception>
    public static string Of(IConfiguration configuration, string setting)
    {
        var text = configuration[setting]?.Trim().TrimEnd(';');
        if (string.IsNullOrEmpty(text)) return LocalAccount.DevelopmentHome;
        LocalAccount.Parse(text);
        return text.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(text[Folder.Length..]))
            : LocalAccount.DevelopmentHome;
    }
}
