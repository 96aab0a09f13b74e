using Azure.Core.Serialization;
using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Durable;
using Isthmus.Embedded.Hosting.Http;
using Isthmus.Embedded.Hosting.Invocation;
using Isthmus.Embedded.Hosting.Queues;
using Isthmus.Embedded.Hosting.Settings;
using Isthmus.Embedded.Hosting.Timers;
using Isthmus.Embedded.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>The parts of a running app, put together.</summary>
internal sealed class AppParts
{
    private AppParts(EmbeddedStore store) => Store = store;

    public EmbeddedStore Store { get; }

    public required FunctionInvoker Invoker { get; init; }

    public required DurableEngine Engine { get; init; }

    public required IReadOnlyList<FunctionEntry> Entries { get; init; }

    public required IReadOnlyList<QueueListener> Queues { get; init; }

    public required IReadOnlyDictionary<string, TimerListener> Timers { get; init; }

    /// <summary>Reads the app's functions, and only when all are right opens the state folder and takes the keys.</summary>
    /// <exception cref="MisuseException">Everything that is wrong with the app.</exception>
    public static async Task<AppParts> OpenAsync(WebApplication web, AppPlan plan)
    {
        var problems = new Problems();
        var settings = HostFile.Read(web.Configuration, problems);
        var serializer = web.Services.GetRequiredService<ObjectSerializer>();
        var names = new QueueNames(web.Configuration);
        var timers = new TimerTriggerKind(web.Configuration);
        var constraints = web.Services.GetRequiredService<IOptions<RouteOptions>>().Value.ConstraintMap;
        var routes = new RouteTemplates(web.Configuration, settings.RoutePrefix, constraints.AsReadOnly());
        DurableEngine? engine = null;
        var reader = new FunctionReader(
            [new HttpTriggerKind(routes, plan.IsWebApplication), new QueueTriggerKind(names, serializer), timers,
                new OrchestrationTriggerKind(), new ActivityTriggerKind()],
            new CommonParameters(() => engine!.Client), new QueueOutputReader(names), problems);
        var entries = new FunctionScan(reader, problems).Run(plan.FunctionTypes());
        RouteClashes.Check(entries, routes, problems);
        var home = Home(web, problems);
        problems.ThrowIfAny();

        var time = web.Services.GetRequiredService<TimeProvider>();
        var loggers = web.Services.GetRequiredService<ILoggerFactory>();
        var store = EmbeddedStore.Open(home, time);
        try
        {
            var invoker = new FunctionInvoker(
                web.Services, plan.Middleware, new OutputSender(serializer, settings.Queues.MessageEncoding), time, settings.FunctionTimeout, loggers);
            engine = new DurableEngine(store, new AppDurableFunctions(entries, invoker), settings.Durable, loggers);
            var parts = new AppParts(store)
            {
                Invoker = invoker,
                Engine = engine,
                Entries = entries,
                Queues = [.. Listen(entries, names, settings, invoker, engine.WhenRoomAsync, time, loggers)],
                Timers = entries.Where(entry => entry.Trigger is TimerTriggerAttribute).ToDictionary(
                    entry => entry.Name,
                    entry => new TimerListener(
                        entry, timers.Schedule((TimerTriggerAttribute)entry.Trigger), store, invoker, loggers.CreateLogger($"Host.Timers.{entry.Name}")),
                    StringComparer.OrdinalIgnoreCase),
            };
            var keys = FunctionKeys.Open(home);
            new HostEndpoints(keys, entries, new ByHand(parts).Start, store).Map(web);
            new HttpFunctions(invoker, keys, routes).Map(web, entries);
            return parts;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static string Home(WebApplication web, Problems problems)
    {
        try
        {
            return StateFolder.Of(web.Configuration, "AzureWebJobsStorage");
        }
        catch (FormatException failure)
        {
            problems.Add($"Setting 'AzureWebJobsStorage': {failure.Message}");
            return "";
        }
    }

    private static IEnumerable<QueueListener> Listen(
        IReadOnlyList<FunctionEntry> entries, QueueNames names, HostSettings settings, FunctionInvoker invoker, Func<Task> whenRoom,
        TimeProvider time, ILoggerFactory loggers)
    {
        foreach (var entry in entries)
            if (entry.Trigger is QueueTriggerAttribute trigger)
                yield return new QueueListener(
                    entry, names.Name(trigger.QueueName), names.Open(trigger.Connection), settings.Queues, invoker, whenRoom, time,
                    loggers.CreateLogger($"Host.Queues.{entry.Name}"));
    }
}
