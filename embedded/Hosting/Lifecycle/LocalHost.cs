using Isthmus.Embedded.Hosting.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>The Functions host of one app: HTTP, queues, timers and orchestrations.</summary>
internal sealed partial class LocalHost(WebApplication web, AppPlan plan) : IHost, IAsyncDisposable
{
    private static readonly TimeSpan GraceInCrash = TimeSpan.FromSeconds(10);
    private AppParts? parts;

    public IServiceProvider Services => web.Services;

    /// <summary>Where it listens; port 0 has become the real one.</summary>
    public Uri Address => new(web.Urls.First());

    /// <summary>The parts of the running app.</summary>
    public AppParts Parts => parts ?? throw new InvalidOperationException("The host is not running.");

    /// <summary>
    /// Starts the app. Where it is the process itself, a start that is refused ends it in order with one line and an exit code.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartPartsAsync(cancellationToken);
        }
        catch (Exception failure) when (plan.IsProcess && StartRefusal.Of(failure, web) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            Environment.ExitCode = refusal.ExitCode;
            web.Lifetime.StopApplication();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (parts is null) return;
        var limit = web.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<HostOptions>>().Value.ShutdownTimeout;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(limit);
        web.Lifetime.StopApplication();
        await Task.WhenAll([
            .. parts.Queues.Select(queue => queue.StopAsync(late.Token)), .. parts.Timers.Values.Select(timer => timer.StopAsync(late.Token))]);
        await web.StopAsync(late.Token);
        await parts.Engine.StopAsync(late.Token);
        await CloseAsync();
    }

    /// <summary>
    /// Ends as a crash would: from this moment nothing more is stored, running calls are cancelled, and what was in memory is
    /// lost. Completes when no code of the app runs any more and the folder can be opened again.
    /// </summary>
    public async Task CrashAsync()
    {
        var (store, engine, invoker) = (Parts.Store, Parts.Engine, Parts.Invoker);
        store.Refuse();
        await engine.DisposeAsync();
        await Task.WhenAll(Parts.Queues.Select(queue => queue.DropAsync()));
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        foreach (var timer in Parts.Timers.Values) await timer.StopAsync(now.Token);
        await web.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await invoker.WhenIdle.WaitAsync(GraceInCrash, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync();
        await web.DisposeAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (parts is not null) await StopAsync();
        await web.DisposeAsync();
    }

    private async Task StartPartsAsync(CancellationToken cancellation)
    {
        parts = await AppParts.OpenAsync(web, plan);
        try
        {
            foreach (var queue in parts.Queues) await AbandonedLeases.ReleaseAsync(parts.Store, queue.Queue, cancellation);
            await parts.Engine.StartAsync(cancellation);
            await web.StartAsync(cancellation);
            foreach (var queue in parts.Queues) queue.Start();
            foreach (var timer in parts.Timers.Values) timer.Start();
            parts.Store.TroubleChanged += LogTrouble;
            LogRunning(web.Logger, parts.Entries.Count, Address, parts.Store.Home);
        }
        catch
        {
            await parts.Engine.DisposeAsync();
            await CloseAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref parts, null) is not { } closing) return;
        await closing.Engine.DisposeAsync();
        await closing.Store.DisposeAsync();
    }

    private void LogTrouble(string? trouble)
    {
        if (trouble is null) LogStoresAgain(web.Logger);
        else LogStoresNothing(web.Logger, trouble);
    }

    [LoggerMessage(41, LogLevel.Critical, "Nothing can be stored, so nothing is acknowledged and nothing goes on. {Trouble}")]
    private static partial void LogStoresNothing(ILogger logger, string trouble);

    [LoggerMessage(42, LogLevel.Warning, "Writes are stored again; work goes on.")]
    private static partial void LogStoresAgain(ILogger logger);

    [LoggerMessage(40, LogLevel.Information, "{Functions} functions at {Address}; state in '{Home}'.")]
    private static partial void LogRunning(ILogger logger, int functions, Uri address, string home);
}
