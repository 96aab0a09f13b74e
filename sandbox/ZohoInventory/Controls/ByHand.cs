using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Microsoft.AspNetCore.Routing.Template;
using Route = Isthmus.Sandbox.ZohoInventory.Api.Route;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>
/// What a person does in the product, as the API's own operation: no token, no limit, not counted as a call, and the workflow
/// rules fire. Body: {method, path, body}, the path with its query ("/contacts/460000000000100002").
/// </summary>
internal static class ByHand
{
    public static JsonNode Do(Company company, JsonObject given, DateTimeOffset now)
    {
        given.AllowOnly("method", "path", "body");
        var method = given.Get<string>("method") ?? "POST";
        var path = given.Need<string>("path").Split('?', 2);
        var request = new DefaultHttpContext().Request;
        if (path.Length == 2) request.QueryString = new QueryString("?" + path[1]);
        var route = Find(method, path[0], request.RouteValues)
            ?? throw new ControlException($"There is no {method} {path[0]}.");
        var body = JsonSerializer.SerializeToElement(given["body"] ?? new JsonObject());
        if (route.TakesArray && body.ValueKind == JsonValueKind.Array)
            foreach (var entry in body.EnumerateArray()) route.Body?.Check(entry, "body");
        else route.Body?.Check(body, "body");
        return route.Handle(new ApiCall(request, company, new Body(body), now)).ToJson(method, documentedEnvelopes: false);
    }

    // Literal addresses such as /creditnotes/refunds come before those with an id.
    private static Route? Find(string method, string path, RouteValueDictionary values)
    {
        var routes = ApiRoutes.All.Where(route => route.Method == method);
        foreach (var route in routes.OrderBy(route => route.Template.Count(letter => letter == '{')))
        {
            values.Clear();
            if (new TemplateMatcher(TemplateParser.Parse(route.Template[1..]), []).TryMatch(path, values)) return route;
        }
        return null;
    }
}
