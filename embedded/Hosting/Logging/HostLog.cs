using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>
/// The host's log: a JSON object a line in the state folder's <c>logs/app.jsonl</c>, and a short line on standard output.
/// </summary>
[ProviderAlias("Host")]
internal sealed class HostLog(LogWriter lines, TimeProvider clock) : ILoggerProvider, ISupportExternalScope
{
    private readonly LogWriter writer = lines;
    private readonly TimeProvider time = clock;
    private readonly ConcurrentDictionary<string, CategoryLog> categories = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => categories.GetOrAdd(categoryName, name => new CategoryLog(name, this));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => writer.Dispose();

    private sealed class CategoryLog(string category, HostLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fields = new LogFields();
            log.scopes.ForEachScope(static (scope, all) => all.Add(scope), fields);
            fields.Add(state);
            log.writer.Add(new LogLine(log.time.GetUtcNow(), logLevel, category, eventId, Masking.Apply(formatter(state, null)))
            {
                Fields = fields.All, Run = fields.Run, Errors = LoggedError.Of(exception),
            });
        }
    }
}
