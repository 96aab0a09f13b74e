using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Functions.Polling;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>What goes by the clock over the connection to Zoho CRM; nothing does while it is not set up.</summary>
public sealed partial class CrmTimers(
    ZohoCrmOptions options, CrmFollowed followed, CrmChangePoll poll, CrmChannelKeeper channels, CrmModuleGate gate, PollRounds rounds,
    TimeProvider time, ILogger<CrmTimers> log)
{
    /// <summary>Minutes between two polls while every channel lives; without channels every round of the timer polls.</summary>
    private const int WithChannels = 15;

    /// <summary>Every five minutes, or every fifteen while channels tell of changes.</summary>
    [Function(nameof(PollCrmChanges))]
    public async Task PollCrmChanges(
        [TimerTrigger("25 */5 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (followed.Modules.Count == 0) return;
        if (time.GetUtcNow().Minute % WithChannels < 5 || !await channels.AllLiveAsync(cancellation))
            await rounds.InTimeAsync(poll, client, full: false, cancellation);
    }

    /// <summary>Every Sunday night: everything, for what neither a stamp nor a channel told of.</summary>
    [Function(nameof(SweepCrm))]
    public async Task SweepCrm(
        [TimerTrigger("45 40 2 * * 0", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (followed.Modules.Count > 0) await rounds.InTimeAsync(poll, client, full: true, cancellation);
    }

    /// <summary>Every five minutes: what is due for the channels; every hour Zoho is asked which of them there are.</summary>
    [Function(nameof(TendCrmChannels))]
    public Task TendCrmChannels(
        [TimerTrigger("50 */5 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        channels.TendAsync(look: time.GetUtcNow().Minute < 5, cancellation);

    /// <summary>At the start and every hour: what the organisation's edition offers.</summary>
    [Function(nameof(ReadCrmModules))]
    public async Task ReadCrmModules(
        [TimerTrigger("5 7 * * * *", UseMonitor = true, RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if (!options.IsSetUp) return;
        try { await gate.RefreshAsync(cancellation); }
        catch (FailureException failed) { LogUnread(log, failed.Failure.Code, failed.Failure.Message); }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The app stops; the next start reads it.
        }
    }

    [LoggerMessage(1731, LogLevel.Warning,
        "What Zoho CRM's edition offers could not be read ({Code}): {Reason} It is read again within the hour")]
    private static partial void LogUnread(ILogger logger, string code, string reason);
}
