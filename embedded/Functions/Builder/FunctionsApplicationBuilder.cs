using Isthmus.Embedded.Hosting.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects the configuration, logging, services and middleware of a Functions app.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder web;
    private readonly MiddlewareList middleware = new();

    internal FunctionsApplicationBuilder(string[] args) => web = WebDefaults.CreateWebBuilder(args);

    /// <summary>What parts of the build tell each other.</summary>
    public IDictionary<object, object> Properties { get; } = new Dictionary<object, object>();

    /// <summary>The settings of the app.</summary>
    public ConfigurationManager Configuration => web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    /// <summary>Where the app runs.</summary>
    public IHostEnvironment Environment => web.Environment;

    /// <summary>The log.</summary>
    public ILoggingBuilder Logging => web.Logging;

    /// <summary>The metrics.</summary>
    public IMetricsBuilder Metrics => web.Metrics;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services => web.Services;

    /// <summary>Takes another container for the services.</summary>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    /// <summary>Adds middleware inside the ones added before.</summary>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        this.middleware.Add(middleware);
        return this;
    }

    /// <summary>The host: <c>Run</c> serves HTTP, queues, timers and orchestrations until it is told to stop.</summary>
    public IHost Build() => LocalHostAssembly.Build(web, Properties, middleware);
}
