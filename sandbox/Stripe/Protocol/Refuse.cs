namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>The errors Stripe answers with, in its words.</summary>
internal static class Refuse
{
    private const string Invalid = "invalid_request_error";

    public static StripeException Bad(string message, string? code = null, string? param = null, bool executed = false) =>
        new(400, Invalid, message) { Code = code, Param = param, Executed = executed };

    public static StripeException Unauthorized(string message, string? code = null) => new(401, Invalid, message) { Code = code };

    public static StripeException Missing(string kind, string id, string param = "id") =>
        new(404, Invalid, $"No such {kind}: '{id}'") { Code = "resource_missing", Param = param, Executed = true };

    /// <summary>A reference inside the parameters that leads nowhere.</summary>
    public static StripeException NoSuch(string kind, string id, string param) =>
        Bad($"No such {kind}: '{id}'", "resource_missing", param);

    public static StripeException NoRoute(string method, string path) => new(404, Invalid,
        $"Unrecognized request URL ({method}: {path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.");

    public static StripeException Unknown(string param) => Bad($"Received unknown parameter: {param}", "parameter_unknown", param);

    public static StripeException Required(string param) => Bad($"Missing required param: {param}.", "parameter_missing", param);

    public static StripeException TooFast() => new(429, Invalid,
        "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.")
        { Code = "rate_limit" };

    public static StripeException Locked() => new(429, Invalid,
        "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. "
        + "If you see this error intermittently, retry the request.") { Code = "lock_timeout" };

    public static StripeException Broken() => new(500, "api_error", "An unknown error occurred.") { Executed = true };

    public static StripeException OtherParameters(string key) => new(400, "idempotency_error",
        "Keys for idempotent requests can only be used with the same parameters they were first used with. "
        + $"Try using a key other than '{key}' if you meant to execute a different request.");

    public static StripeException StillRunning(string key) => new(409, "idempotency_error",
        $"There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice): {key}.")
        { Code = "idempotency_key_in_use" };
}
