using Isthmus.Agent.Protocol;

namespace Isthmus.Agent.Outbound;

/// <summary>
/// Fetches calls from the app, carries them out and brings the answers: several at the same time, each lane one after another.
/// </summary>
internal sealed partial class WorkLanes(
    AgentProtocol protocol, AppLine line, OutboundOptions options, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan AnswerAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastTries = TimeSpan.FromSeconds(5);
    private volatile string trouble = "";

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, options.Lanes).Select(_ => Task.Run(() => LaneAsync(stop), CancellationToken.None)));

    private async Task LaneAsync(CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            var pause = TimeSpan.Zero;
            try
            {
                // What has been fetched is carried out to its end, even while the service stops.
                if (await line.FetchAsync(stop) is { } fetched) await CarryOutAsync(fetched, stop);
                failures = 0;
                Tell("");
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (AppRefusedException refused)
            {
                Tell(refused.Message);
                pause = BackOff.Refused;
            }
            catch (Exception failed)
                when (failed is HttpRequestException or IOException or OperationCanceledException or AgentException)
            {
                Tell($"The app cannot be reached: {failed.Message}");
                pause = BackOff.After(++failures);
            }
            if (pause > TimeSpan.Zero) await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CarryOutAsync(FetchedCall fetched, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(fetched.Patience, time);
        try
        {
            var answer = await AnswerAsync(fetched.Call, patience.Token);
            // A service that stops tries to bring what it has done, but not for as long as somebody waits.
            using var hurry = stop.Register(() => patience.CancelAfter(LastTries));
            while (!await BroughtAsync(fetched.Id, answer, patience.Token)) await Task.Delay(AnswerAgain, time, patience.Token);
        }
        catch (OperationCanceledException)
        {
            LogLate(log, fetched.Call.Path);
        }
    }

    private async Task<bool> BroughtAsync(string id, AgentAnswer answer, CancellationToken patience)
    {
        try { return await line.AnswerAsync(id, answer, patience); }
        catch (Exception failed) when (failed is HttpRequestException or IOException) { return false; }
    }

    private async Task<AgentAnswer> AnswerAsync(AgentCall call, CancellationToken patience)
    {
        try
        {
            return await protocol.AnswerAsync(call, patience);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // Only its kind: a message could hold values of a record.
            LogBug(log, call.Path, bug.GetType().Name);
            return AgentProtocol.Refused(new AgentException(500, "internal", "The agent failed."));
        }
    }

    /// <summary>Says what is wrong once, however many lanes meet it.</summary>
    private void Tell(string now)
    {
        if (trouble == now) return;
        trouble = now;
        if (now.Length == 0) LogWell(log);
        else LogTrouble(log, now);
    }

    [LoggerMessage(201, LogLevel.Warning, "No work can be fetched. {Reason} It is tried again.")]
    private static partial void LogTrouble(ILogger logger, string reason);

    [LoggerMessage(202, LogLevel.Information, "Work is fetched from the app.")]
    private static partial void LogWell(ILogger logger);

    [LoggerMessage(203, LogLevel.Warning, "An answer came too late for the app: {Path}")]
    private static partial void LogLate(ILogger logger, string path);

    [LoggerMessage(204, LogLevel.Error, "A call failed in the agent: {Path}, {Kind}")]
    private static partial void LogBug(ILogger logger, string path, string kind);
}
