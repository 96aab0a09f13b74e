using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>Stripe's OpenAPI document and fixtures, where they lie beside the repository.</summary>
internal static class VendorFiles
{
    private const string Below = "shared/vendors/specs/stripe";

    public static string? Folder { get; } = Find();

    /// <summary>A sample object of each kind, as of 2026-07-29.</summary>
    public static JsonObject Samples() => (JsonObject)Read("fixtures3.2026-07-29.json")["resources"]!;

    /// <summary>Names of the parameters of an operation, as of 2023-08-16.</summary>
    public static IEnumerable<string> Parameters(JsonNode document, string method, string path)
    {
        var operation = document["paths"]![path]![method]!;
        var query = (operation["parameters"]?.AsArray() ?? []).Where(parameter => Text(parameter!, "in") == "query")
            .Select(parameter => Text(parameter!, "name"));
        var form = operation["requestBody"]?["content"]?.AsObject().First().Value!["schema"]?["properties"]?.AsObject();
        return query.Concat(form?.Select(property => property.Key) ?? []);
    }

    public static JsonNode Document() => Read("spec3.v524.2023-08-16.min.json");

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, file)))!;

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, Below) is var found && Directory.Exists(found)) return found;
        return null;
    }
}

/// <summary>A test that needs Stripe's files; skipped, saying so, where they are not.</summary>
public sealed class VendorFilesFactAttribute : FactAttribute
{
    public VendorFilesFactAttribute()
    {
        if (VendorFiles.Folder is null) Skip = "Stripe's OpenAPI files do not lie beside the repository.";
    }
}
