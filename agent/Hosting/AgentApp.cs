using Isthmus.Agent.Boi;
using Isthmus.Agent.Business;
using Isthmus.Agent.Outbound;
using Isthmus.Agent.Protocol;

namespace Isthmus.Agent.Hosting;

/// <summary>Puts the service together.</summary>
internal static class AgentApp
{
    public const string BasePath = "/agent/v1";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception failed) when (failed is InvalidSettingsException or InvalidOperationException or IOException)
        {
            await WindowsHosting.RefuseAsync($"The agent cannot start: {failed.Message}", args.Contains(WindowsHosting.Argument));
            return 1;
        }
    }

    /// <summary>The application, not yet started.</summary>
    /// <param name="args">Settings that go before those of agent.json: <c>--Inbound:Address=...</c></param>
    /// <param name="objects">The business objects; null for those of the Sage 100 installation that the settings name.</param>
    /// <exception cref="InvalidSettingsException">Something is wrong with the settings.</exception>
    public static WebApplication Build(string[] args, IBusinessObjects? objects = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddJsonFile("agent.json", optional: true).AddEnvironmentVariables("ISTHMUS_AGENT_")
            .AddCommandLine([.. args.Except([WindowsHosting.Argument])]);
        var options = builder.Configuration.Get<AgentOptions>() ?? new AgentOptions();
        var problems = OptionsCheck.Problems(options);
        if (problems.Count > 0) throw new InvalidSettingsException(problems);

        builder.AddWindowsService(args.Contains(WindowsHosting.Argument));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(app => objects ?? new ComBusinessObjects(
            options.Sage, new ComLibrary(), app.GetRequiredService<TimeProvider>(),
            app.GetRequiredService<ILogger<ComBusinessObjects>>()));
        builder.Services.AddSingleton<AgentProtocol>();
        if (options.IsOutbound) builder.Services.AddHostedService(app => Lanes(app, options.Outbound));
        builder.Listen(options.Inbound);

        var app = builder.Build();
        if (options.IsInbound) Map(app, options.Inbound);
        return app;
    }

    private static void Map(WebApplication app, InboundOptions inbound)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        var keys = new KeyRing([.. inbound.Keys.Select(key => new SecretReference(key, time))]);
        new AgentRoutes(app.Services.GetRequiredService<AgentProtocol>(), keys).Map(app, BasePath);
    }

    private static WorkLanes Lanes(IServiceProvider app, OutboundOptions options)
    {
        var time = app.GetRequiredService<TimeProvider>();
        var key = new SecretReference(options.Key, time);
        var network = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) });
        return new WorkLanes(
            app.GetRequiredService<AgentProtocol>(), new AppLine(network, options, key.Value), options, time,
            app.GetRequiredService<ILogger<WorkLanes>>());
    }
}

/// <summary>The settings cannot be used; the message lists every problem, one a line.</summary>
internal sealed class InvalidSettingsException(IReadOnlyList<string> problems) : Exception(
    $"agent.json has {problems.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
