using System.Security.Cryptography;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;
using Isthmus.Core.References;

namespace Isthmus.Core.Mapping.Documents;

/// <summary>Makes a mapping of one document.</summary>
internal static class MappingReader
{
    public static Mapping? Read(string path, string shownAs, ReferenceTables tables, ProblemList problems)
    {
        if (YamlFile.Read(path, shownAs, problems) is not { } file)
            return null;
        var before = problems.All.Count;
        var name = file.Required("mapping", "Write 'mapping: NAME'.");
        var version = file.Required("version", "Write 'version: 1.0.0'; change it with the document.");
        var source = file.Required("source", "Say what the document reads.");
        var target = file.Required("target", "Say what it makes.");
        var description = file.Text("description") ?? "";
        var variables = file.Node("variables") is { } node ? node.Names.ToDictionary(n => n, node.Text) : [];
        var computed = file.Node("values");
        var scope = new CompileScope(tables, [.. file.Texts("lookups")], variables.Keys);
        var readers = new Dictionary<string, FieldReader>();
        foreach (var value in computed?.Names ?? [])
        {
            if (computed!.Node(value) is not { } definition)
                continue;
            readers[value] = FieldCompiler.CompileValue(definition, scope);
            scope.Declare(value);
        }
        var fields = file.Nodes("fields");
        if (fields.Count == 0)
            file.Wrong("fields", null, "The document sets no field.", "Add 'fields'.");
        var plan = FieldCompiler.Compile(fields, scope);
        file.Close();
        var info = new MappingInfo(name, $"{version}+{Hash(path, tables)}", source, target, description, fields.Count, shownAs);
        return problems.All.Count == before ? new(info, plan, new(variables, readers)) : null;
    }

    // A table that changes may change what every document makes, so it is part of each version.
    private static string Hash(string path, ReferenceTables tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(path));
        hash.AppendData(tables.Content);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}
