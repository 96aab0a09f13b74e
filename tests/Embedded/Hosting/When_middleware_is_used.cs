using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Isthmus.Embedded.Tests.Hosting;

public static class SlowApp
{
    [Function("Echo")]
    public static string Echo([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) =>
        $"{request.Method} {context.Items["who"]}";

    [Function("Endless")]
    public static Task Endless([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken cancellation) =>
        Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => request.Path, TaskScheduler.Default);
}

public sealed class Naming(Log log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.Items["who"] = "Ada";
        await next(context);
        var result = context.GetInvocationResult();
        log.Add($"{context.FunctionDefinition.Name} gave {result.Value}");
        result.Value = $"<{result.Value}>";
    }
}

public sealed class When_middleware_is_used
{
    [Fact]
    public async Task It_stands_around_the_call_and_may_replace_the_result()
    {
        await using var app = new RunningApp(typeof(SlowApp)) { Configure = builder => builder.UseMiddleware<Naming>() };
        await app.StartAsync();
        Assert.Equal("<GET Ada>", await app.Http.GetStringAsync("/api/Echo"));
        Assert.Equal("Echo gave GET Ada", await app.Log.NextAsync());
    }

    [Fact]
    public async Task A_call_longer_than_functionTimeout_is_cancelled_and_fails()
    {
        await using var app = new RunningApp(typeof(SlowApp))
        {
            Settings = { ["AzureFunctionsJobHost:functionTimeout"] = "00:00:00.2" },
        };
        await app.StartAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/Endless")).StatusCode);
    }
}
