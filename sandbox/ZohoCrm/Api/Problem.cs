using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>One error object of the vendor's: alone, inside data[], or inside another's details.</summary>
internal sealed record Problem(string Code, string Message, JsonObject Details)
{
    public const string InvalidData = "INVALID_DATA";

    public static Problem Value(string name, string path) => new(InvalidData, "invalid data", At(name, path));

    public static Problem Type(string name, string path, string expected) =>
        Value(name, path).With("expected_data_type", expected);

    public static Problem TooLong(string name, string path, int most) => Value(name, path).With("maximum_length", most);

    public static Problem NotOneOf(string name, string path, IEnumerable<string> supported) =>
        Value(name, path).With("supported_values", new JsonArray([.. supported.Select(value => (JsonNode)value)]));

    public static Problem UnknownField(string name, string path) =>
        new(InvalidData, "the field api name given seems to be invalid", At(name, path));

    public static Problem UnknownId(string name, string path) =>
        new(InvalidData, "the id given seems to be invalid", At(name, path));

    public static Problem Missing(string name, string path) =>
        new("MANDATORY_NOT_FOUND", "required field not found", At(name, path));

    /// <summary>One error as it is; several as the errors of one.</summary>
    public static Problem Of(IReadOnlyList<Problem> problems) => problems.Count == 1 ? problems[0]
        : new("MULTIPLE_OR_MULTI_ERRORS", "Multiple errors are found", new JsonObject
        {
            ["errors"] = new JsonArray([.. problems.Select(problem => (JsonNode)problem.ToJson())]),
        });

    public JsonObject ToJson() => new()
    {
        ["code"] = Code, ["details"] = Details, ["message"] = Message, ["status"] = "error",
    };

    private Problem With(string name, JsonNode value)
    {
        Details[name] = value;
        return this;
    }

    private static JsonObject At(string name, string path) => new() { ["api_name"] = name, ["json_path"] = path };
}
