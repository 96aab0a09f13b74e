using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class TimerApp(Log log, TimeProvider time)
{
    [Function("Quarterly")]
    public void Quarterly([TimerTrigger("0 */15 * * * *")] TimerInfo timer) =>
        log.Add($"{time.GetUtcNow():HH:mm} late={timer.IsPastDue} next={timer.ScheduleStatus?.Next:HH:mm}");
}

public sealed class EagerTimerApp(Log log)
{
    [Function("Eager")]
    [FixedDelayRetry(1, "00:00:05")]
    public void Eager([TimerTrigger("%Pace%", RunOnStartup = true, UseMonitor = false)] TimerInfo timer, FunctionContext context)
    {
        log.Add($"try {context.RetryContext.RetryCount} {timer.ScheduleStatus is null}");
        throw new InvalidOperationException("not yet");
    }
}
