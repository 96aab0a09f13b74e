using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100.Outbound;
using Isthmus.Core.Vault;
using Isthmus.Functions.Agents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Bench.Agents;

/// <summary>
/// The app's way to Sage and nothing else of it: the connection, and the addresses where an agent fetches its work.
/// </summary>
internal sealed class SageCaller : IAsyncDisposable
{
    private const string Key = "sage-sandbox-key";

    private readonly WebApplication web;

    private SageCaller(WebApplication web) => this.web = web;

    public SageAgentClient Sage => web.Services.GetRequiredService<SageAgentClient>();

    /// <param name="mode">Inbound or Outbound.</param>
    /// <param name="sandbox">The sandbox, whose agent is called or comes.</param>
    public static async Task<SageCaller> StartAsync(SageAgentMode mode, HttpClient sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddMvcCore();
        builder.Services.AddSingleton<ISecretVault>(new OneKey()).AddSingleton(TimeProvider.System).AddTransient<AgentFunctions>();
        builder.Services.AddSage100(Section(mode, sandbox.BaseAddress!));
        var caller = new SageCaller(builder.Build());
        caller.Map("/api/agents/{id}/work", HttpMethods.Get, (agents, request, route) =>
            agents.GiveAgentWork(request, route("id"), request.HttpContext.RequestAborted));
        caller.Map("/api/agents/{id}/answers/{request}", HttpMethods.Post, (agents, request, route) =>
            agents.TakeAgentAnswer(request, route("id"), route("request"), request.HttpContext.RequestAborted));
        await caller.web.StartAsync();
        if (mode == SageAgentMode.Outbound)
            (await sandbox.PostAsync("/_sandbox/sage-100/outbound",
                new StringContent($$"""{"app":"{{caller.web.Urls.First()}}/api/agents","key":"{{Key}}","lanes":8}"""))).EnsureSuccessStatusCode();
        return caller;
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private void Map(string path, string method, Func<AgentFunctions, HttpRequest, Func<string, string>, Task<IActionResult>> act) =>
        web.MapMethods(path, [method], async (HttpContext context) =>
        {
            var agents = context.RequestServices.GetRequiredService<AgentFunctions>();
            var result = await act(agents, context.Request, name => (string)context.Request.RouteValues[name]!);
            await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
        });

    private static IConfigurationSection Section(SageAgentMode mode, Uri sandbox) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["sage:Mode"] = $"{mode}",
            ["sage:BaseAddress"] = mode == SageAgentMode.Inbound ? new Uri(sandbox, "/sage-100/agent/v1").ToString() : "",
            ["sage:Company"] = "ABC",
            ["sage:Limits:Calls"] = "100000",
            ["sage:Limits:Concurrency"] = "50",
        }).Build().GetSection("sage");

    private sealed class OneKey : ISecretVault
    {
        public Task<string> GetAsync(string name, CancellationToken cancellation = default) => Task.FromResult(Key);
    }
}
