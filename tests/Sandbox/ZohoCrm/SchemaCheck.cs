using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

/// <summary>Holds JSON against a schema: names, types, enums, what must be there and what must not.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    public IEnumerable<string> Run(JsonNode schemaNode, JsonNode? value, string path)
    {
        var schema = CrmSpecification.Resolve(document, schemaNode)!.AsObject();
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
            foreach (var problem in Run(part!, value, path)) yield return problem;
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { } choices)
        {
            var best = choices.Select(choice => Run(choice!, value, path).ToList()).MinBy(problems => problems.Count)!;
            foreach (var problem in best) yield return problem;
            yield break;
        }
        if (!FitsType(schema["type"], value))
        {
            yield return $"{path}: {value?.GetValueKind().ToString() ?? "Null"} is not {schema["type"]!.ToJsonString()}";
            yield break;
        }
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            yield return $"{path}: {value?.ToJsonString()} is not one of {allowed.ToJsonString()}";
        foreach (var problem in Inside(schema, value, path)) yield return problem;
    }

    private IEnumerable<string> Inside(JsonObject schema, JsonNode? value, string path) => value switch
    {
        JsonObject record => Members(schema, record, path),
        JsonArray rows when schema["items"] is { } items => rows.SelectMany((row, index) => Run(items, row, $"{path}[{index}]")),
        _ => [],
    };

    private IEnumerable<string> Members(JsonObject schema, JsonObject record, string path)
    {
        var properties = schema["properties"] as JsonObject;
        foreach (var name in schema["required"]?.AsArray() ?? [])
            if (!record.ContainsKey((string)name!)) yield return $"{path}.{name} is missing";
        var closed = schema["additionalProperties"] is { } more && more.GetValueKind() == JsonValueKind.False;
        foreach (var (name, member) in record)
            if (properties?[name] is { } property)
                foreach (var problem in Run(property, member, $"{path}.{name}")) yield return problem;
            else if (closed) yield return $"{path}.{name} is not known";
    }

    private static bool FitsType(JsonNode? type, JsonNode? value)
    {
        if (type is JsonArray several) return several.Any(one => FitsType(one, value));
        return (string?)type switch
        {
            null => true,
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "string" => value?.GetValueKind() == JsonValueKind.String,
            "integer" => value?.GetValueKind() == JsonValueKind.Number && value.GetValue<decimal>() % 1 == 0,
            _ => value?.GetValueKind() == JsonValueKind.Number,
        };
    }
}
