using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class DurableApp(Log log)
{
    [Function("Begin")]
    public static async Task<IResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "begin/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync("Greet", new Greeting(id, 2), new StartOrchestrationOptions(id));
        return Results.Accepted(request.Path);
    }

    [Function("Greet")]
    public static async Task<string> Greet([OrchestrationTrigger] TaskOrchestrationContext context, Greeting greeting)
    {
        var said = "";
        for (var i = 0; i < greeting.Times; i++) said += await context.CallActivityAsync<string>("Say", greeting.Name);
        return said + await context.WaitForExternalEvent<string>("go");
    }

    [Function("Say")]
    public string Say([ActivityTrigger] string name, string instanceId, FunctionContext context)
    {
        log.Add($"say {name} for {instanceId} by {context.FunctionDefinition.Name}");
        return $"hi {name}. ";
    }
}
