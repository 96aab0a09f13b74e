using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

/// <summary>The vendor's OpenAPI files of version 8, where they lie beside the repository.</summary>
internal sealed partial class CrmSpecification
{
    private const string Below = "shared/vendors/specs/zoho-crm/oas-3.1.0-v8";
    private readonly List<(JsonNode Document, string Method, Regex Path, JsonNode Operation)> operations = [];

    private CrmSpecification(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order())
        {
            if (Path.GetFileName(file).StartsWith("bulk_")) continue;
            var document = JsonNode.Parse(File.ReadAllText(file))!;
            foreach (var (path, item) in document["paths"]!.AsObject())
                foreach (var (method, operation) in item!.AsObject())
                    if (operation is JsonObject && method is "get" or "post" or "put" or "patch" or "delete")
                        operations.Add((document, method.ToUpperInvariant(), Pattern(path), operation!));
        }
    }

    public static string? Folder { get; } = Find();

    public static CrmSpecification Load() => new(Folder!);

    public IEnumerable<string> CheckRequest(string method, string path, JsonNode body)
    {
        var (document, operation) = Operation(method, path);
        var content = Resolve(document, operation["requestBody"])?["content"]?.AsObject().First().Value!;
        return content is null ? [] : new SchemaCheck(document).Run(content["schema"]!, body, "$");
    }

    /// <summary>What of an answer the files do not allow; a status that they do not name has no shape.</summary>
    public IEnumerable<string> CheckAnswer(string method, string path, int status, JsonNode? body)
    {
        var (document, operation) = Operation(method, path);
        var answer = Resolve(document, operation["responses"]?[status.ToString()]);
        if (answer is null) return [$"status {status} is not named"];
        var schema = answer["content"]?.AsObject().First().Value!["schema"];
        if (schema is null || body is null) return schema is null == body is null ? []
            : ["a body where none is, or none where one is"];
        return new SchemaCheck(document).Run(schema, body, "$");
    }

    public static JsonNode? Resolve(JsonNode document, JsonNode? node)
    {
        while ((string?)(node as JsonObject)?["$ref"] is { } reference)
            node = reference.Split('/')[1..].Aggregate((JsonNode?)document, (at, part) => at?[part]);
        return node;
    }

    /// <summary>The one with the most literal segments, as the vendor's own router would find it.</summary>
    private (JsonNode Document, JsonNode Operation) Operation(string method, string path)
    {
        var bare = path.Split('?')[0];
        var found = operations.Where(one => one.Method == method && one.Path.IsMatch(bare))
            .OrderBy(one => one.Path.ToString().Count(letter => letter == '+')).First();
        return (found.Document, found.Operation);
    }

    private static Regex Pattern(string path) => new($"^{Parameter().Replace(path, "[^/]+")}$");

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, Below) is var found && Directory.Exists(found)) return found;
        return null;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>A test that needs the vendor's files; it says so when they are not there.</summary>
public sealed class CrmSpecificationFactAttribute : FactAttribute
{
    public CrmSpecificationFactAttribute()
    {
        if (CrmSpecification.Folder is null) Skip = "The vendor's files (../shared/vendors/specs/zoho-crm) are not here.";
    }
}
