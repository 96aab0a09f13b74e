using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>What the Web API answers instead of what was asked for.</summary>
internal sealed class WebApiError(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public JsonObject Body() => Body(code, Message);

    /// <summary>v1.0 still nests the message as OData 3 did.</summary>
    public static JsonObject Body(string code, string message) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = new JsonObject { ["lang"] = "en-US", ["value"] = message }
        }
    };

    public static WebApiError Parameters(string message) => new(400, "InvalidParameters", message);

    public static WebApiError NoProperty(string name, string type) =>
        Parameters($"Could not find a property named '{name}' on type 'Sage.CA.SBS.ERP.Sage300.WebApi.Models.{type}'.");

    public static WebApiError NoResource(string name) => new(404, "ResourceNotFound", $"The resource {name} could not be found.");

    public static WebApiError NoRecord(string resource, string key) => new(404, "RecordNotFound", $"{resource} {key} could not be found.");

    public static WebApiError BadKey(string key) => new(400, "InvalidEntityKey", $"The key ({key}) is not valid for this resource.");

    public static WebApiError Payload(string message) => new(400, "InvalidPayload", message);

    public static WebApiError Invalid(string message) => new(400, "RecordInvalid", message);

    public static WebApiError Duplicate(string message) => new(409, "RecordDuplicate", message);

    public static WebApiError General(string message) => new(400, "General", message);
}
