namespace Isthmus.Connectors.Tests.Support;

/// <summary>The vendors' published API descriptions, where they lie beside the repository.</summary>
public static class VendorSpecs
{
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("ISTHMUS_VENDOR_SPECS");
        if (named is not null) return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "FunctionApp.sln"))) continue;
            var specs = Path.Combine(folder.FullName, "..", "shared", "vendors", "specs");
            return Directory.Exists(specs) ? specs : null;
        }
        return null;
    }
}

public sealed class FactWhereSpecsAreAttribute : FactAttribute
{
    public FactWhereSpecsAreAttribute()
    {
        if (VendorSpecs.Folder is null) Skip = "The vendors' API descriptions are not on this machine.";
    }
}
