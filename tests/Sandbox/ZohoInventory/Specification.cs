using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>The vendor's OpenAPI files, where they lie beside the repository.</summary>
internal sealed partial class Specification
{
    private readonly Dictionary<string, (object Document, object Operation)> operations = [];

    private Specification(string folder)
    {
        var yaml = new DeserializerBuilder().Build();
        foreach (var file in Directory.EnumerateFiles(folder, "*.yml"))
        {
            var document = yaml.Deserialize<object>(File.ReadAllText(file))!;
            foreach (var (path, item) in Members(Get(document, "paths")))
                foreach (var (method, operation) in Members(item))
                    operations.TryAdd(Key(method, path), (document, operation));
        }
    }

    public static string? Folder { get; } = Find();

    public static Specification Load() => new(Folder!);

    public bool Knows(string method, string path) => operations.ContainsKey(Key(method, path));

    /// <summary>The properties of the request body, nested ones by path ("line_items.rate").</summary>
    public HashSet<string> RequestFields(string method, string path)
    {
        var (document, operation) = operations[Key(method, path)];
        var names = new HashSet<string>();
        if (Get(operation, "requestBody") is { } body)
            foreach (var (_, content) in Members(Get(Resolve(document, body), "content")))
                Collect(document, Get(content, "schema"), "", names);
        return names;
    }

    /// <summary>Every name of a member that any answer of the vendor's files has.</summary>
    public HashSet<string> AnswerNames()
    {
        var names = new HashSet<string>();
        foreach (var (document, operation) in operations.Values)
            foreach (var (_, answer) in Members(Get(operation, "responses")))
                foreach (var (_, content) in Members(Get(Resolve(document, answer), "content")))
                    Collect(document, Get(content, "schema"), "", names);
        return [.. names.Select(name => name[(name.LastIndexOf('.') + 1)..])];
    }

    private static void Collect(object document, object? schema, string prefix, HashSet<string> names)
    {
        if (Resolve(document, schema) is not { } resolved) return;
        foreach (var (name, property) in Members(Get(resolved, "properties")))
        {
            names.Add(prefix + name);
            if (prefix.Count(letter => letter == '.') < 3)
            {
                Collect(document, property, prefix + name + ".", names);
                Collect(document, Get(Resolve(document, property), "items"), prefix + name + ".", names);
            }
        }
    }

    private static object? Resolve(object document, object? node)
    {
        while (node is not null && Get(node, "$ref") is string reference)
            node = reference.Split('/')[1..].Aggregate((object?)document, Get);
        return node;
    }

    private static object? Get(object? node, string name) =>
        node is Dictionary<object, object> map && map.TryGetValue(name, out var value) ? value : null;

    private static IEnumerable<(string Name, object Value)> Members(object? node) =>
        node is Dictionary<object, object> map ? map.Select(pair => ((string)pair.Key, pair.Value)) : [];

    private static string Key(string method, string path) => method.ToUpperInvariant() + " " + Parameter().Replace(path, "{}");

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "vendors", "specs", "zoho-inventory");
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>A test that needs the vendor's files; it says so when they are not there.</summary>
public sealed class SpecificationFactAttribute : FactAttribute
{
    public SpecificationFactAttribute()
    {
        if (Specification.Folder is null) Skip = "The vendor's files (../shared/vendors/specs/zoho-inventory) are not here.";
    }
}
