using System.Text;
using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

/// <summary>The documents that ship with the product.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(Root(), "mappings");

    public static MappingCatalog Catalog { get; } = MappingCatalog.Load(Folder);

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static JsonElement Map(string name, JsonElement source, MappingContext? context = null)
    {
        var result = Catalog.Get(name).Apply(source, context ?? MappingContext.Empty);
        Assert.True(result.Ok, string.Join('\n', result.Problems));
        return Json(Encoding.UTF8.GetString(result.Output.Span));
    }

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FunctionApp.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
        return folder;
    }
}
