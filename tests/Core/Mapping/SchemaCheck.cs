using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Isthmus.Core.Tests;

/// <summary>
/// The part of JSON Schema that the shipped schemas use. An unknown keyword fails, so that none is passed over.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    public List<string> Errors(JsonNode? value, JsonObject? schema = null, string path = "$")
    {
        var errors = new List<string>();
        foreach (var (keyword, rule) in schema ?? root)
            errors.AddRange(Check(keyword, rule!, schema ?? root, value, path));
        return errors;
    }

    private IEnumerable<string> Check(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string path) =>
        keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => [],
        "$ref" => Errors(value, Definition(rule.GetValue<string>()), path),
        "type" => Types(rule).Contains(TypeOf(value)) || (Types(rule).Contains("number") && TypeOf(value) == "integer")
            ? [] : [$"{path}: not {rule}"],
        "enum" => rule.AsArray().Any(word =>
            JsonNode.DeepEquals(word, value)) ? [] : [$"{path}: not one of {rule.ToJsonString()}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path}: not {rule}"],
        "anyOf" => AnyOf(rule.AsArray(), value, path),
        "required" => rule.AsArray().Where(name => value is JsonObject owner
            && !owner.ContainsKey(name!.GetValue<string>())).Select(name => $"{path}: no {name}"),
        "properties" => Members(value).Where(m =>
            rule[m.Key] is not null).SelectMany(m => Errors(m.Value, rule[m.Key]!.AsObject(), $"{path}.{m.Key}")),
        "additionalProperties" => Members(value).Where(m =>
            schema["properties"]?[m.Key] is null).SelectMany(m => Additional(rule, m, path)),
        "items" => value is JsonArray list ? list.SelectMany((item, i) => Errors(item, rule.AsObject(), $"{path}[{i}]")) : [],
        "minItems" => value is JsonArray few && few.Count < rule.GetValue<int>() ? [$"{path}: too few"] : [],
        "minProperties" => Members(value).Count() < rule.GetValue<int>() && value is JsonObject
            ? [$"{path}: too few members"] : [],
        "minLength" => value is JsonValue && value.ToString().Length < rule.GetValue<int>() ? [$"{path}: too short"] : [],
        "minimum" => TypeOf(value) is "integer" or "number" && value!.GetValue<decimal>() < rule.GetValue<int>()
            ? [$"{path}: too small"] : [],
        "pattern" => TypeOf(value) != "string" || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>())
            ? [] : [$"{path}: not {rule}"],
        _ => throw new NotSupportedException(keyword),
    };

    private List<string> Additional(JsonNode rule, KeyValuePair<string, JsonNode?> member, string path) =>
        rule is JsonObject schema
        ? Errors(member.Value, schema, $"{path}.{member.Key}")
        : rule.GetValue<bool>() ? [] : [$"{path}: unknown member {member.Key}"];

    private List<string> AnyOf(JsonArray schemas, JsonNode? value, string path)
    {
        var all = schemas.Select(schema => Errors(value, schema!.AsObject(), path)).ToList();
        return all.Any(errors => errors.Count == 0) ? [] : all.MinBy(errors => errors.Count)!;
    }

    private JsonObject Definition(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? value) => value as JsonObject ?? [];

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            value.GetValue<decimal>() % 1 == 0 ? "integer" : "number",
        _ => "string",
    };
}
