using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Zoho;

/// <summary>The accounts servers, one a place. Most of their errors come with status 200.</summary>
internal static class AccountsRoutes
{
    public const string Segment = "zoho-accounts";
    public const string Canada = "zoho-accounts-ca";

    public static void Map(IEndpointRouteBuilder routes, AccountsServer server)
    {
        Map(routes, server, Segment);
        Map(routes, server, Canada);
    }

    private static void Map(IEndpointRouteBuilder routes, AccountsServer server, string segment)
    {
        routes.MapPost($"/{segment}/oauth/v2/token", async context =>
        {
            var given = await ParametersAsync(context.Request);
            var (status, answer) = Token(server.For(given("client_id")), segment, given, Origin(context));
            await context.Response.WriteJsonAsync(status, answer);
        });
        routes.MapPost($"/{segment}/oauth/v2/token/revoke", async context =>
        {
            var given = await ParametersAsync(context.Request);
            var revoked = server.Revoke(given("token") ?? "");
            await context.Response.WriteJsonAsync(revoked ? 200 : 400,
                revoked ? new JsonObject { ["status"] = "success" } : new JsonObject { ["error"] = "invalid_token" });
        });
        routes.MapGet($"/{segment}/oauth/serverinfo", context => context.Response.WriteJsonAsync(200, new JsonObject
        {
            ["result"] = "success",
            ["locations"] = new JsonObject
            {
                ["eu"] = $"{Origin(context)}/{Segment}",
                ["us"] = $"{Origin(context)}/{Segment}",
                ["ca"] = $"{Origin(context)}/{Canada}",
            },
        }));
    }

    private static (int Status, JsonObject Answer) Token(
        IAccountsProduct product, string segment, Func<string, string?> given, string origin)
    {
        if (given("grant_type") != "refresh_token") return (200, new JsonObject { ["error"] = "unsupported_grant_type" });
        if (!product.IsServedBy(segment)) return (200, new JsonObject { ["error"] = "invalid_code" });
        var (token, error) = product.Accounts.Refresh(given("client_id"), given("client_secret"), given("refresh_token"));
        if (error == "Access Denied")
            return (product.DeniedStatus, new JsonObject
            {
                ["error_description"] = "You have made too many requests continuously. Please try again after some time.",
                ["error"] = error,
                ["status"] = "failure",
            });
        if (token is null) return (200, new JsonObject { ["error"] = error });
        return (200, new JsonObject
        {
            ["access_token"] = token.Token,
            ["scope"] = string.Join(' ', token.Scopes),
            ["api_domain"] = origin + product.ApiPath,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Accounts.Life.TotalSeconds,
        });
    }

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static async Task<Func<string, string?>> ParametersAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        return name => request.Query[name] is [var value, ..] ? value : form?[name] is [var text, ..] ? text : null;
    }
}
