namespace Isthmus.Agent.Protocol;

/// <summary>The protocol's HTTP face, where callers reach the agent.</summary>
internal sealed class AgentRoutes(AgentProtocol protocol, IAgentKeys keys)
{
    public void Map(IEndpointRouteBuilder routes, string prefix)
    {
        routes.MapGet(prefix + "/about", context => AnswerAsync(context, prefix));
        routes.MapGet(prefix + "/companies/{company}/objects/{object}", context => AnswerAsync(context, prefix));
        foreach (var operation in (string[])["read", "query", "numbers", "write"])
            routes.MapPost(prefix + "/companies/{company}/" + operation, context => AnswerAsync(context, prefix));
    }

    private async Task AnswerAsync(HttpContext context, string prefix)
    {
        var answer = await AnswerAsync(context.Request, prefix, context.RequestAborted);
        if (answer.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body);
    }

    private async Task<AgentAnswer> AnswerAsync(HttpRequest request, string prefix, CancellationToken aborted)
    {
        try
        {
            AgentKeys.Require(request, keys);
            var body = HttpMethods.IsPost(request.Method) ? await AgentBody.ReadAsync(request.Body, aborted) : default;
            return await protocol.AnswerAsync(new AgentCall(request.Method, request.Path.Value![prefix.Length..], body), aborted);
        }
        catch (AgentException refusal)
        {
            return AgentProtocol.Refused(refusal);
        }
    }
}
