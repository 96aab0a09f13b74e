using System.Xml.Schema;

namespace Isthmus.Sandbox.Tests.Intacct;

/// <summary>Intacct's published request schema of 2019, where it lies beside the repository.</summary>
internal static class IntacctSchema
{
    private const string Below = "shared/vendors/specs/sage/intacct/api-v3.0.xsd";
    private static readonly Lazy<XmlSchemaSet> Read = new(() =>
    {
        var set = new XmlSchemaSet();
        set.Add(null, Path!);
        set.Compile();
        return set;
    });

    public static string? Path { get; } = Find();

    public static XmlSchemaSet Set => Read.Value;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, Below) is var found && File.Exists(found)) return found;
        return null;
    }
}

/// <summary>A test that needs the schema; skipped, saying so, where it is not.</summary>
public sealed class IntacctSchemaFactAttribute : FactAttribute
{
    public IntacctSchemaFactAttribute()
    {
        if (IntacctSchema.Path is null) Skip = "Sage Intacct's schema does not lie beside the repository.";
    }
}
