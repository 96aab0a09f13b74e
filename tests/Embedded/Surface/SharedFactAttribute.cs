namespace Isthmus.Embedded.Tests.Surface;

/// <summary>
/// A fact that needs the lists of the packages' public API, which lie beside the repository where it is developed.
/// </summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Lists is null) Skip = "There is no folder shared/azure-api beside the repository.";
    }

    /// <summary>The folder of the lists; null where there is none.</summary>
    public static string? Lists { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string? Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            var lists = Path.Combine(folder.FullName, "shared", "azure-api");
            if (File.Exists(Path.Combine(lists, "surface.cs"))) return lists;
        }
        return null;
    }
}
