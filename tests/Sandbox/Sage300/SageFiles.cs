using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Isthmus.Sandbox.Tests.Sage300;

/// <summary>Sage's own metadata and samples, where they lie beside the repository.</summary>
internal static partial class SageFiles
{
    private const string Below = "sage/sage300";

    public static string? Folder { get; } = Find();

    /// <summary>A sample body that Sage publishes.</summary>
    public static string Sample(string name) => File.ReadAllText(Path.Combine(Folder!, $"sample-post-{name}.txt"));

    /// <summary>Names and types of the properties of a type of the AR metadata of 2016.</summary>
    public static IReadOnlyDictionary<string, string> Properties(string type) =>
        XDocument.Load(Path.Combine(Folder!, "ar-service-2016-v3.edmx")).Descendants()
            .Where(each => each.Name.LocalName is "EntityType" or "ComplexType" && (string?)each.Attribute("Name") == type)
            .SelectMany(each => each.Elements()).Where(each => each.Name.LocalName is "Property" or "NavigationProperty")
            .ToDictionary(each => (string)each.Attribute("Name")!, each => Collection().Replace((string?)each.Attribute("Type") ?? "", "collection"));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ISTHMUS_VENDOR_SPECS") is { } named && Directory.Exists(Path.Combine(named, Below)))
            return Path.Combine(named, Below);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared/vendors/specs", Below) is var found && Directory.Exists(found)) return found;
        return null;
    }

    [GeneratedRegex(@"^Collection\(.*$")]
    private static partial Regex Collection();
}

/// <summary>Tests that need Sage's files; skipped, saying so, where they are not.</summary>
public sealed class SageFilesTheoryAttribute : TheoryAttribute
{
    public SageFilesTheoryAttribute()
    {
        if (SageFiles.Folder is null) Skip = "Sage's metadata and samples do not lie beside the repository.";
    }
}
