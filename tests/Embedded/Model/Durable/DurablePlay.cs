using System.Diagnostics;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Isthmus.Embedded.Tests.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Model.Durable;

/// <summary>Does the deeds of a story to the engine and to the model, and waits after each until the one is where the other is.</summary>
internal sealed class DurablePlay(DurableApp app, DurableModel model)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Histories histories = new();

    public async Task DoAsync(DurableDeed deed)
    {
        var instance = model.Instances.ElementAtOrDefault(deed.Which % Math.Max(1, model.Instances.Count));
        switch (deed.Steer)
        {
            case Steer.Start: await StartAsync($"p{deed.Which % 4}", deed.Acts); break;
            case Steer.Pass: await PassAsync(deed.N, deed.Hasty); return;
            case Steer.PurgeAll:
                var purged = await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());
                Assert.Equal(model.PurgeAll(), purged.PurgedInstanceCount);
                break;
            case Steer.Stop: await app.StopAndRestartAsync(); break;
            case Steer.Crash: await app.CrashAndRestartAsync(); break;
            case var steer when instance is not null: await SteerAsync(steer, deed, instance); break;
        }
        await MeetAsync(deed.Hasty);
    }

    /// <summary>
    /// Waits until every instance is where the model has it, and until nothing is on its way: an event that is kept for later does not
    /// show, and must not be overtaken by what the story does next.
    /// </summary>
    public async Task MeetAsync(bool crash = false)
    {
        if (crash) await app.CrashAndRestartAsync();
        var watch = Stopwatch.StartNew();
        foreach (var instance in model.Instances)
        {
            string found;
            while ((found = await TellAsync(instance)) != $"{instance}")
            {
                if (watch.Elapsed > Patience) Assert.Equal($"{instance.Id}: {instance}", $"{instance.Id}: {found}");
                await Task.Yield();
            }
        }
        while (app.HasMail && watch.Elapsed < Patience) await Task.Yield();
        foreach (var id in histories.TakeMissing(model.Instances.Select(i => i.Id))) Assert.Null(await app.Client.GetInstanceAsync(id));
    }

    private async Task StartAsync(string id, Act[] acts)
    {
        var started = model.TryStart(id, acts, null);
        var start = app.Client.ScheduleNewOrchestrationInstanceAsync(
            Interpreter.Name, new Script(0, 0, acts), new StartOrchestrationOptions(id));
        if (started) await start;
        else await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => start);
    }

    private async Task SteerAsync(Steer steer, DurableDeed deed, ModelInstance instance)
    {
        switch (steer)
        {
            case Steer.Raise or Steer.RaiseTwice:
                for (var times = steer == Steer.Raise ? 1 : 2; times > 0; times--)
                {
                    await app.Client.RaiseEventAsync(instance.Id, deed.Name, deed.N);
                    instance.Raise(deed.Name.ToLowerInvariant(), deed.N);
                }
                break;
            case Steer.Suspend: await app.Client.SuspendInstanceAsync(instance.Id); instance.Suspend(); break;
            case Steer.Resume: await app.Client.ResumeInstanceAsync(instance.Id); instance.Resume(); break;
            case Steer.Terminate or Steer.TerminateAll:
                var recursive = steer == Steer.TerminateAll;
                await app.Client.TerminateInstanceAsync(instance.Id, new TerminateInstanceOptions("stop", recursive));
                instance.Terminate(recursive);
                break;
            default:
                var purged = (await app.Client.PurgeInstanceAsync(instance.Id)).PurgedInstanceCount;
                Assert.Equal(model.Purge(instance) ? 1 : 0, purged);
                break;
        }
    }

    /// <summary>Stops at every timer, so that what follows it begins at its time in both.</summary>
    private async Task PassAsync(int seconds, bool hasty)
    {
        var until = model.Now + seconds;
        while (model.Now < until)
        {
            var next = model.NextDue is { } due && due < until ? due : until;
            app.Time.Advance(TimeSpan.FromSeconds(next - model.Now));
            model.Now = next;
            model.FireDue();
            await MeetAsync(hasty);
        }
    }

    private async Task<string> TellAsync(ModelInstance instance)
    {
        if (await app.Client.GetInstanceAsync(instance.Id, true) is not { } state) return "nowhere";
        var history = await app.Client.GetOrchestrationHistoryAsync(instance.Id);
        histories.Check(instance.Id, history);
        object timers = state.IsCompleted ? "" : (history.OfType<TimerCreatedEvent>().Count(), Fired(history, instance));
        return $"{state.RuntimeStatus} {state.SerializedOutput ?? "-"} {state.SerializedCustomStatus ?? "-"} {timers}";
    }

    /// <summary>A timer that was given up may fire in the same moment; that is in the history and does nothing.</summary>
    private static int Fired(IEnumerable<HistoryEvent> history, ModelInstance instance)
    {
        var (fired, expected) = (history.OfType<TimerFiredEvent>().Count(), instance.Timers.Fired);
        return fired > expected && fired <= expected + instance.GivenUp ? expected : fired;
    }
}
