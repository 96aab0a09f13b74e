using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_code_is_replayed
{
    [Fact]
    public async Task It_can_tell_and_its_replay_safe_logs_are_written_once()
    {
        var replaying = new List<bool>();
        using var lines = new Lines();
        await using var app = new DurableApp { Loggers = lines };
        await app.Orchestrator("Ask", async context =>
        {
            replaying.Add(context.IsReplaying);
            Say(context, "before");
            await context.WaitForExternalEvent<int>("go");
            replaying.Add(context.IsReplaying);
            Say(context, "after");
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Ask");
        await app.Client.WaitForInstanceStartAsync(id, CancellationToken.None);

        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync(id, "go", 1);
        await app.EndAsync(id);

        Assert.Equal([false, true, false], replaying);
        Assert.Equal(["before", "after"], lines.Written);
    }

    private static void Say(TaskOrchestrationContext context, string text) =>
        context.CreateReplaySafeLogger("orders").Log(LogLevel.Information, default, text, null, (line, _) => line);

    private sealed class Lines : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => categoryName == "orders" ? this : NullLogger.Instance;

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));
    }
}
