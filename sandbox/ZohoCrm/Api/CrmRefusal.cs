using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>The refusal of a whole call (vendor notes, sections 4 and 12).</summary>
internal sealed class CrmRefusal(int status, Problem problem) : Exception(problem.Message)
{
    public CrmRefusal(int status, string code, string message, JsonObject? details = null)
        : this(status, new Problem(code, message, details ?? [])) { }

    public int Status { get; } = status;

    public Problem Problem { get; } = problem;

    public static CrmRefusal InvalidToken() => new(401, "INVALID_TOKEN", "invalid oauth token");

    public static CrmRefusal NoToken() => new(401, "AUTHENTICATION_FAILURE", "Authentication failed");

    public static CrmRefusal Scope() => new(401, "OAUTH_SCOPE_MISMATCH", "Unauthorized");

    public static CrmRefusal Module(int pathIndex = 0) => new(400, "INVALID_MODULE",
        "the module name given seems to be invalid", new JsonObject { ["resource_path_index"] = pathIndex });

    public static CrmRefusal ModuleNotInApi() => new(400, "INVALID_MODULE", "the given module is not supported in api",
        new JsonObject { ["resource_path_index"] = 0 });

    public static CrmRefusal Id(int pathIndex = 1) => new(400, Problem.InvalidData, "the id given seems to be invalid",
        new JsonObject { ["resource_path_index"] = pathIndex });

    public static CrmRefusal Missing(string parameter) => new(400, "REQUIRED_PARAM_MISSING",
        "One of the expected parameter is missing", new JsonObject { ["param_name"] = parameter });

    public static CrmRefusal Parameter(string name) => new(400, Problem.InvalidData, "invalid data",
        new JsonObject { ["param_name"] = name });

    public static CrmRefusal Limit(string parameter, int most) => new(400, "LIMIT_EXCEEDED",
        "maximum number of values exceeded", new JsonObject { ["limit"] = most, ["param_name"] = parameter });

    public static CrmRefusal Ambiguous(string one, string other) => new(400, "AMBIGUITY_DURING_PROCESSING",
        "ambiguity while processing", new JsonObject
        {
            ["ambiguity_due_to"] = new JsonArray(
                new JsonObject { ["param_name"] = one }, new JsonObject { ["param_name"] = other }),
        });

    public static CrmRefusal Body(string name, string expected) => new(400, Problem.Type(name, $"$.{name}", expected));

    public static CrmRefusal Url() =>
        new(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one");

    public static CrmRefusal Method() => new(400, "INVALID_REQUEST_METHOD", "The HTTP request method type is not a valid one.");

    public static CrmRefusal TooMany() => new(429, "TOO_MANY_REQUESTS", "You have exceeded the number of requests allowed");
}
