using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>The way of a call: token, limits, organisation, scope, body, the operation, and what it sets off.</summary>
internal sealed class Pipeline(Company company, Accounts accounts, Limits limits, SandboxServices services,
    Action<IReadOnlyList<Happening>> announce)
{
    private const string Scheme = "Zoho-oauthtoken ";

    public async Task RunAsync(HttpContext context, Route route)
    {
        try
        {
            var answer = await AnswerAsync(context, route);
            var json = answer.ToJson(route.Method, company.Settings.DocumentedEnvelopes);
            await context.Response.WriteJsonAsync(answer.Status, json);
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(context.Response, refusal);
        }
    }

    /// <summary>For addresses and methods that are not served.</summary>
    public Task RefuseRouteAsync(HttpContext context, bool isKnownPath) => RefuseAsync(context.Response,
        isKnownPath ? new Refusal(37, "The HTTP method is not allowed.", 405) : Refusal.NotSupported(context.Request.Path));

    private async Task<Answer> AnswerAsync(HttpContext context, Route route)
    {
        var token = Authenticate(context.Request, route);
        limits.Enter(company.Settings, services.Clock.GetUtcNow(), context.Response.Headers);
        try
        {
            if (route.NeedsOrganization && context.Request.Query["organization_id"] != Defaults.OrganizationId)
                throw new Refusal(6041, "This user is not associated with the CompanyID/CompanyName.");
            if (route.Scope is { } scope && !token.Covers("ZohoInventory." + scope))
                throw new Refusal(57, "You are not authorized to perform this operation", 401);
            var body = await RequestBody.ReadAsync(context.Request, route);
            return Handle(context, route, new ApiCall(context.Request, company, body, services.Clock.GetUtcNow()));
        }
        finally { limits.Leave(); }
    }

    private Answer Handle(HttpContext context, Route route, ApiCall call)
    {
        Happening[] happenings;
        Answer answer;
        lock (company.Gate)
        {
            company.Now = call.Now;
            company.Happenings.Clear();
            answer = route.Handle(call);
            happenings = [.. company.Happenings];
            if (happenings.Length > 0 && company.Settings.RulesOnApiWrites) announce(happenings);
        }
        return answer;
    }

    private AccessToken Authenticate(HttpRequest request, Route route)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) throw new Refusal(14, "Invalid OAuth token", 401);
        var token = header[Scheme.Length..].Trim();
        if (services.Faults.Take(ZohoVendor.VendorName, "token-expiry", $"{route.Method} {request.Path}")) accounts.Forget(token);
        return accounts.Find(token) ?? throw new Refusal(14, "Invalid OAuth token", 401);
    }

    private Task RefuseAsync(HttpResponse response, Refusal refusal)
    {
        if (refusal.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        var status = refusal.Status == 400 && company.Settings.RefusalsAsOk ? 200 : refusal.Status;
        return response.WriteJsonAsync(status, new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message });
    }
}
