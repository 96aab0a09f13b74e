using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Invocation;
using Isthmus.Embedded.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>
/// Runs one timer function: one run at a time, one missed run caught up, the next run counted from the end of this one.
/// </summary>
internal sealed partial class TimerListener(
    FunctionEntry entry, ITimerSchedule schedule, EmbeddedStore store, FunctionInvoker invoker, ILogger log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)entry.Trigger;
    private readonly TimerStatus status = new(store, entry.Name);
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim one = new(1);
    private Task running = Task.CompletedTask;

    private bool IsMonitored => trigger.UseMonitor && schedule.CanBeMonitored;

    private DateTime Now => store.Time.GetUtcNow().UtcDateTime;

    public void Start() => running = Task.Run(RunAsync);

    public async Task StopAsync(CancellationToken limit)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Runs the function now, outside its schedule, after a run that is going on.</summary>
    public Task RunNowAsync() => InvokeAsync(isPastDue: false);

    private async Task RunAsync()
    {
        try
        {
            var next = await FirstAsync();
            while (next is { } due)
            {
                await WaitAsync(due);
                await InvokeAsync(isPastDue: false);
                next = schedule.Next(Now);
            }
            LogNeverAgain(log, entry.Name);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
        catch (ObjectDisposedException) when (stopping.IsCancellationRequested) { }
    }

    private async Task<DateTime?> FirstAsync()
    {
        var known = IsMonitored ? await KnownAsync() : null;
        var missed = known is not null && Expected(known) is { } expected && expected < Now;
        if (missed || trigger.RunOnStartup) await InvokeAsync(missed);
        return schedule.Next(Now);
    }

    /// <summary>What is remembered, by a run by hand perhaps; from now on there is something.</summary>
    private async Task<ScheduleStatus?> KnownAsync()
    {
        await one.WaitAsync(stopping.Token);
        try
        {
            var known = status.Read();
            if (known is null) await RememberAsync(default);
            return known;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The run that should have followed; counted by today's schedule, for it may have been changed since.</summary>
    private DateTime? Expected(ScheduleStatus known) => schedule.Next(known.Last == default ? known.LastUpdated : known.Last);

    private async Task WaitAsync(DateTime due)
    {
        for (var left = due - Now; left > TimeSpan.Zero; left = due - Now)
            await Task.Delay(left < LongestWait ? left : LongestWait, store.Time, stopping.Token);
    }

    private async Task InvokeAsync(bool isPastDue)
    {
        await one.WaitAsync(stopping.Token);
        try
        {
            var started = Now;
            var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = IsMonitored ? status.Read() ?? StatusAfter(default) : null };
            var ended = await CallAsync(info);
            if (IsMonitored && ended) await RememberAsync(started);
        }
        catch (StoreUnavailableException failure)
        {
            LogNotRemembered(log, failure, entry.Name);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>False: the host stopped before the function had done its work, which is to be caught up then.</summary>
    private async Task<bool> CallAsync(TimerInfo info)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await invoker.InvokeAsync(entry, new Call(info) with { Attempt = attempt }, stopping.Token);
                return true;
            }
            catch (Exception)
            {
                // The invoker has logged it.
                if (stopping.IsCancellationRequested) return false;
                if (entry.Retry?.Allows(attempt) is not true) return true;
            }
            await Task.Delay(entry.Retry.Delay(attempt), store.Time, stopping.Token);
        }
    }

    private Task RememberAsync(DateTime last) => status.WriteAsync(StatusAfter(last));

    private ScheduleStatus StatusAfter(DateTime last) =>
        new() { Last = last, Next = schedule.Next(Now) ?? DateTime.MaxValue, LastUpdated = Now };

    [LoggerMessage(30, LogLevel.Warning, "Timer '{Function}' has no further run: its schedule matches no date to come.")]
    private static partial void LogNeverAgain(ILogger logger, string function);

    [LoggerMessage(31, LogLevel.Error, "The run of timer '{Function}' could not be remembered.")]
    private static partial void LogNotRemembered(ILogger logger, Exception failure, string function);
}
