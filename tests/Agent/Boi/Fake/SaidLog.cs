using System.Collections.Concurrent;
using Isthmus.Agent.Boi;
using Microsoft.Extensions.Logging;

namespace Isthmus.Agent.Tests.Boi.Fake;

/// <summary>Keeps what the agent says.</summary>
internal sealed class SaidLog : ILogger<ComBusinessObjects>
{
    public ConcurrentQueue<string> Said { get; } = new();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Said.Enqueue(formatter(state, exception));
}
