using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>The way of a call: place, token, scope, limits, body, the operation, and whom it is told to.</summary>
internal sealed class CrmGateway(Org org, Accounts accounts, CrmLimits limits, SandboxServices services,
    Action<IReadOnlyList<Happening>> announce)
{
    private const string Scheme = "Zoho-oauthtoken ";
    private static readonly JsonDocument nothing = JsonDocument.Parse("null");

    public async Task RunAsync(HttpContext context, CrmRoute route, string location)
    {
        try { await WriteAsync(context.Response, await AnswerAsync(context, route, location)); }
        catch (CrmRefusal refusal) { await RefuseAsync(context.Response, refusal, route.WritesRecords); }
    }

    /// <summary>For addresses and methods that are not served.</summary>
    public Task RefuseRouteAsync(HttpContext context, bool isKnownPath, bool isOtherVersion) => RefuseAsync(context.Response,
        isOtherVersion ? new CrmRefusal(400, "API_NOT_SUPPORTED", "api not supported in this version",
            new JsonObject { ["supported_version"] = "v8" })
        : isKnownPath ? CrmRefusal.Method() : CrmRefusal.Url(), false);

    private async Task<CrmAnswer> AnswerAsync(HttpContext context, CrmRoute route, string location)
    {
        Authenticate(context, route, location);
        using var document = route.TakesBody ? await ReadAsync(context.Request) : null;
        var body = (document ?? nothing).RootElement;
        var cost = CallCost.Of(route, context.Request, body);
        limits.Enter(org, cost, services.Clock.GetUtcNow(), context.Response.Headers);
        try
        {
            if (org.Settings.CallMs > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(org.Settings.CallMs), services.Clock, context.RequestAborted);
            return Handle(new CrmCall(context.Request, org, services.Faults, body), route);
        }
        finally { limits.Leave(cost); }
    }

    private CrmAnswer Handle(CrmCall call, CrmRoute route)
    {
        lock (org.Gate)
        {
            org.Happenings.Clear();
            var answer = route.Handle(call);
            if (org.Happenings.Count > 0 && org.Settings.ApiWritesNotify) announce([.. org.Happenings]);
            return answer;
        }
    }

    private void Authenticate(HttpContext context, CrmRoute route, string location)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length == 0) throw CrmRefusal.NoToken();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) throw CrmRefusal.InvalidToken();
        var token = header[Scheme.Length..].Trim();
        if (services.Faults.Take(CrmVendor.VendorName, "token-expiry", $"{route.Method} {context.Request.Path}"))
            accounts.Forget(token);
        if (location != org.Location || accounts.Find(token) is not { } found) throw CrmRefusal.InvalidToken();
        if (!CrmScopes.Cover(found.Scopes, "ZohoCRM." + Scope(context, route))
            || (route.FurtherScope is { } further && !CrmScopes.Cover(found.Scopes, further))) throw CrmRefusal.Scope();
        var reset = CrmTime.Show(found.Expires, org.Zone);
        context.Response.Headers["X-ACCESSTOKEN-RESET"] = reset;
    }

    private string Scope(HttpContext context, CrmRoute route)
    {
        if (!route.Scope.Contains("{module}")) return route.Scope;
        var name = (string?)context.Request.RouteValues["module"] ?? "";
        return route.Scope.Replace("{module}", org.Find(name)?.ScopeName ?? name.Replace("_", "").ToLowerInvariant());
    }

    private static async Task<JsonDocument> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding")
                ? JsonDocument.Parse("null") : await JsonDocument.ParseAsync(request.Body);
        }
        catch (JsonException) { throw new CrmRefusal(400, Problem.Type("body", "$", "jsonobject")); }
    }

    private static async Task WriteAsync(HttpResponse response, CrmAnswer answer)
    {
        response.Headers.CacheControl = "no-store, no-cache, must-revalidate, private";
        if (answer.Body is null) { response.StatusCode = answer.Status; return; }
        response.Headers.ContentDisposition = "attachment; filename=response.json";
        var bytes = JsonAnswer.Bytes(answer.Body);
        response.StatusCode = answer.Status;
        response.ContentType = "application/json;charset=UTF-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes);
    }

    private Task RefuseAsync(HttpResponse response, CrmRefusal refusal, bool writesRecords)
    {
        var error = refusal.Problem.ToJson();
        var wrapped = writesRecords && org.Settings.WrapWriteErrors && refusal.Status != 401;
        var body = wrapped ? new JsonObject { ["data"] = new JsonArray(error) } : error;
        return WriteAsync(response, new CrmAnswer(refusal.Status, body));
    }
}
