using System.Security.Cryptography;
using System.Text;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>
/// What every API call passes: key, version, limits, idempotency, validation, then the operation under the lock.
/// </summary>
internal sealed class StripeGateway(
    SandboxServices services, StripeRecords records, AnswerWriter writer, IdempotencyKeys keys, RateLimit limit,
    Agenda agenda)
{
    public async Task RunAsync(HttpContext context, StripeOperation operation)
    {
        var requestId = services.Ids.Next("req_", 14);
        context.Response.Headers["Request-Id"] = requestId;
        StoredAnswer answer;
        try
        {
            answer = await AnswerAsync(context, operation, requestId);
        }
        catch (StripeException exception)
        {
            if (exception.Status is 409 or 429) context.Response.Headers["Stripe-Should-Retry"] = exception.Status == 409 ? "true" : "false";
            answer = new StoredAnswer(exception.Status, JsonAnswer.Bytes(exception.ToJson(requestId)), requestId);
        }
        await context.Response.WriteJsonAsync(answer.Status, answer.Body);
    }

    /// <summary>404 in Stripe's words for a path it does not have.</summary>
    public Task NoRouteAsync(HttpContext context)
    {
        var requestId = services.Ids.Next("req_", 14);
        context.Response.Headers["Request-Id"] = requestId;
        var path = VendorPath(context.Request);
        return context.Response.WriteJsonAsync(404, Refuse.NoRoute(context.Request.Method, path).ToJson(requestId));
    }

    private async Task<StoredAnswer> AnswerAsync(HttpContext context, StripeOperation operation, string requestId)
    {
        var request = context.Request;
        var livemode = StripeKeys.Livemode(request);
        var version = StripeVersion.Of(request);
        context.Response.Headers["Stripe-Version"] = version;
        limit.Check($"{operation.Method} {operation.Path}", livemode);
        var form = await ReadFormAsync(request);
        var key = IdempotencyKey(request);
        var call = new StripeCall([], request.RouteValues, livemode, requestId, key, version);
        if (key is null) return Execute(operation, call, form, request);
        context.Response.Headers["Idempotency-Key"] = key;
        var scoped = $"{(livemode ? "live" : "test")}:{key}";
        if (keys.Begin(scoped, Fingerprint(request, form)) is { } stored)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
            context.Response.Headers["Original-Request"] = stored.RequestId;
            return stored;
        }
        return ExecuteOnce(operation, call, form, request, scoped);
    }

    private StoredAnswer ExecuteOnce(StripeOperation operation, StripeCall call, string form, HttpRequest request, string key)
    {
        StoredAnswer? answer = null;
        try
        {
            return answer = Execute(operation, call, form, request);
        }
        catch (StripeException exception) when (exception.Executed)
        {
            return answer = new StoredAnswer(exception.Status, JsonAnswer.Bytes(exception.ToJson(call.RequestId!)), call.RequestId!);
        }
        finally
        {
            if (answer is null) keys.Forget(key);
            else keys.Store(key, answer);
        }
    }

    private StoredAnswer Execute(StripeOperation operation, StripeCall call, string form, HttpRequest request)
    {
        var subject = $"{request.Method} {VendorPath(request)}";
        if (services.Faults.Take("stripe", FaultKind.TokenExpiry, subject))
            throw Refuse.Unauthorized("Expired API Key provided: sk_test_********dbox", "api_key_expired");
        var parameters = operation.Shape.Read(FormNode.Parse(form), call.Version);
        if (services.Faults.Take("stripe", FaultKind.RecordLock, subject)) throw Refuse.Locked();
        if (services.Faults.Take("stripe", FaultKind.StoredError, subject)) throw Refuse.Broken();
        lock (records.Gate)
        {
            agenda.CatchUp();
            var answer = operation.Run(call with { Parameters = parameters });
            return new StoredAnswer(200, writer.Write(answer, parameters), call.RequestId!);
        }
    }

    private static async Task<string> ReadFormAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method)) return request.QueryString.Value is { Length: > 1 } query ? query[1..] : "";
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (body.Length > 0 && request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
            throw Refuse.Bad("Invalid request: check that your POST content type is application/x-www-form-urlencoded. "
                + "If you have questions, we can help at https://support.stripe.com/.", "parameter_invalid_empty");
        return body;
    }

    private static string? IdempotencyKey(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)) return null;
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 255) throw Refuse.Bad("Idempotency keys can have up to 255 characters.");
        return key.Length == 0 ? null : key;
    }

    private static string Fingerprint(HttpRequest request, string form) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {VendorPath(request)}\n{form}")));

    private static string VendorPath(HttpRequest request)
    {
        var path = request.Path.Value!;
        return path.StartsWith("/stripe/", StringComparison.Ordinal) ? path["/stripe".Length..] : path;
    }
}
