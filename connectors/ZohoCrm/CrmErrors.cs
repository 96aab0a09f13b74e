using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// What an answer means for the whole call. Where it holds results each of them is judged by itself, whatever the HTTP status
/// says; what concerns the call comes flat, or, on writes, as the only result. Source: Zoho CRM API v8, Status Codes; OpenAPI
/// examples.
/// </summary>
internal sealed class CrmErrors(CrmCredits credits, CrmThrottle throttle)
{
    private static readonly HashSet<string> OfTheCall =
    [
        "INVALID_TOKEN", "AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_HOST", "INVALID_MODULE", "INVALID_URL_PATTERN",
        "INVALID_REQUEST_METHOD", "API_NOT_SUPPORTED", "TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED", "INTERNAL_ERROR",
        "FEATURE_NOT_SUPPORTED", "LIMIT_EXCEEDED", "UNABLE_TO_PARSE_DATA_TYPE",
    ];

    public Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        credits.Note(call, answer);
        if (answer.Status is 204 or 304) return Good();
        if (answer.Json is { ValueKind: JsonValueKind.Object } body)
        {
            if (ErrorOf(body) is { } error) return Refuse(call, answer, error);
            if (HasResults(body) || (answer.Success && HasList(body))) return Good();
        }
        return answer.NeedsWords
            ? TransportErrors.Malformed(ZohoCrmOptions.Id, call, answer.Status) : Refuse(call, answer, default);
    }

    private Refusal? Good()
    {
        throttle.Passed();
        return null;
    }

    private Refusal Refuse(ApiCall call, ApiAnswer answer, JsonElement error)
    {
        var code = error.Text("code");
        var message = error.Text("message") ?? "";
        if (answer.Status == 429 || code is "TOO_MANY_REQUESTS" or "RATE_LIMIT_EXCEEDED")
            return throttle.Judge(call, answer, message);
        throttle.Passed();
        var (failure, retry) = CrmFailures.Of(call.Operation, error, answer.Status);
        return new Refusal(failure with
        {
            RetryAfter = failure.Class == FailureClass.Transient ? answer.RetryAfter : null,
            EffectUnknown = failure.Class == FailureClass.Transient && !call.ReadOnly,
        }, retry);
    }

    private static JsonElement? ErrorOf(JsonElement body)
    {
        if (body.Text("code") is { } code && code != "SUCCESS") return body;
        foreach (var member in body.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array || member.Value.GetArrayLength() != 1) continue;
            var only = member.Value[0];
            if (only.Text("status") == "error" && only.Text("code") is { } inner && OfTheCall.Contains(inner)) return only;
        }
        return null;
    }

    private static bool HasResults(JsonElement body) => body.EnumerateObject().Any(member =>
        member.Value.ValueKind == JsonValueKind.Array
        && member.Value.EnumerateArray().Any(item => item.Text("status") is "success" or "error"));

    private static bool HasList(JsonElement body) =>
        body.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.Array);
}
