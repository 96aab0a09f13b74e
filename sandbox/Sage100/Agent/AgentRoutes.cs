using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>The agent's HTTP face: docs/sage-100-agent-protocol.md.</summary>
internal sealed class AgentRoutes(Company company, FaultPlan faults)
{
    private const string Base = "/sage-100/agent/v1";
    private const string OfCompany = Base + "/companies/{company}";

    private readonly AgentSessions sessions = new(company.Settings);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Base + "/about", context => AnswerAsync(context, (_, answer) => AboutCall.Answer(company, answer)));
        routes.MapGet(OfCompany + "/objects/{object}", context => AnswerAsync(context,
            (_, answer) => DictionaryCall.Answer(company, (string)context.Request.RouteValues["object"]!, answer)));
        Post(routes, "read", (body, answer) => ReadCall.Answer(company, body, answer));
        Post(routes, "query", (body, answer) => QueryCall.Answer(company, body, answer));
        Post(routes, "numbers", (body, answer) => NumbersCall.Answer(company, body, answer));
        Post(routes, "write", (body, answer) => WriteCall.Answer(company, faults, body, answer));
    }

    /// <summary>The agent's error body, also for faults on the wire.</summary>
    public static JsonObject Error(string code, string message) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    private void Post(IEndpointRouteBuilder routes, string operation, Action<JsonElement, Utf8JsonWriter> call) =>
        routes.MapPost($"{OfCompany}/{operation}", context => AnswerAsync(context, call));

    private async Task AnswerAsync(HttpContext context, Action<JsonElement, Utf8JsonWriter> call)
    {
        try
        {
            AgentKeys.Require(context, company.Settings, faults);
            using var session = sessions.Take();
            RequireCompany(context);
            using var body = HttpMethods.IsPost(context.Request.Method) ? await AgentBody.ReadAsync(context.Request) : null;
            await context.Response.WriteJsonAsync(200, Run(call, body));
        }
        catch (AgentException refusal)
        {
            if (refusal.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
            await context.Response.WriteJsonAsync(refusal.Status, Error(refusal.Code, refusal.Message));
        }
    }

    private ReadOnlyMemory<byte> Run(Action<JsonElement, Utf8JsonWriter> call, JsonDocument? body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer,
            new JsonWriterOptions { Encoder = JsonAnswer.Compact.Encoder, SkipValidation = true }))
        {
            lock (company.Gate) call(body?.RootElement ?? default, writer);
        }
        return buffer.WrittenMemory;
    }

    private void RequireCompany(HttpContext context)
    {
        if (context.Request.RouteValues["company"] is string code && code != Company.Code)
            throw new AgentException(404, "company_not_found", $"There is no company '{code}' on this host.");
        if (company.Settings.CompanyLocked)
            throw new AgentException(503, "sage_unavailable", "The company is locked for period end processing.", 5);
    }
}
