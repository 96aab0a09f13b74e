using System.Text.Json;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Posting;
using Isthmus.Sandbox.Sage300.Schema;
using Microsoft.AspNetCore.Http.Features;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>The addresses of the Web API, v1.0.</summary>
internal sealed class WebApiRoutes(Company company, IReadOnlyList<Resource> resources, WebServer server)
{
    public const string Base = "/sage-300/Sage300WebApi/v1.0/-";
    private const string OfCompany = Base + "/{company}";

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var resource in resources)
        {
            var (module, name) = (resource.Table.Schema.Module, resource.Table.Schema.Resource);
            routes.Map($"{OfCompany}/{module}/{name}", context => AnswerAsync(context, module, resource.Answer));
            routes.Map($"{OfCompany}/{module}/{name}({{key}})", context => AnswerAsync(context, module, resource.Answer));
        }
        foreach (var (module, name) in Schemas.Processes)
            routes.Map($"{OfCompany}/{module}/{name}({{key}})", context => AnswerAsync(context, module, request => Process(request, name)));
        routes.MapGet($"{OfCompany}/{{module}}/$metadata", MetadataAsync);
        routes.Map($"{Base}/{{company}}/{{module}}/{{**rest}}", context => AnswerAsync(context, Module(context),
            _ => throw WebApiError.NoResource($"{context.Request.RouteValues["rest"]}")));
    }

    private Reply Process(Request request, string name)
    {
        if (request.Method != "POST") throw new WebApiError(405, "MethodNotAllowed", $"{request.Method} is not supported by {name}.");
        if (request.Key != "'$process'") throw new WebApiError(400, "InvalidAction", $"{name} takes ('$process').");
        if (company.Settings.DayEndRuns) throw WebApiError.General("Day End Processing is in progress. Try again later.");
        if (name == "ICDayEndProcessing") Receivables.DayEnd(company);
        else Receivables.PostBatches(company);
        return Reply.Nothing;
    }

    private Task MetadataAsync(HttpContext context) => GuardAsync(context, Module(context), async () =>
    {
        var schemas = resources.Select(resource => resource.Table.Schema).Where(schema => schema.Module == Module(context)).ToList();
        if (schemas.Count == 0) throw WebApiError.NoResource(Module(context));
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(Metadata.Write(schemas));
    });

    private Task AnswerAsync(HttpContext context, string module, Func<Request, Reply> answer) => GuardAsync(context, module, async () =>
    {
        var body = HttpMethods.IsGet(context.Request.Method) ? null : await BodyAsync(context.Request);
        var root = $"{context.Request.Scheme}://{context.Request.Host}{Base}/{Company.Id}";
        var request = new Request(context.Request.Method, root, Key(context), context.Request.Query, body);
        Reply reply;
        lock (company.Gate) reply = answer(request);
        if (reply.Body.IsEmpty) context.Response.StatusCode = reply.Status;
        else await context.Response.WriteJsonAsync(reply.Status, reply.Body);
    });

    private async Task GuardAsync(HttpContext context, string module, Func<Task> answer)
    {
        try
        {
            if (!await server.LetInAsync(context)) return;
            SignOn.Require(context, company, module);
            if (context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
                throw new WebApiError(500, "InternalServerError", "An error has occurred.");
            if ((string?)context.Request.RouteValues["company"] != Company.Id)
                throw WebApiError.NoResource($"{context.Request.RouteValues["company"]}");
            await answer();
        }
        catch (WebApiError error)
        {
            await context.Response.WriteJsonAsync(error.Status, error.Body());
        }
    }

    private static async Task<JsonElement?> BodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        if (buffer.Length == 0) return null;
        try { return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)); }
        catch (JsonException) { throw WebApiError.Payload("The body is not JSON."); }
    }

    private static string Module(HttpContext context) => (string?)context.Request.RouteValues["module"] ?? "";

    // From the address as it was sent: routing would leave escaped slashes as they are.
    private static string? Key(HttpContext context)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var open = path.IndexOf('(', path.LastIndexOf('/'));
        return open < 0 ? null : Uri.UnescapeDataString(path[(open + 1)..^1]);
    }
}
