using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_asking_for_the_history
{
    [Fact]
    public async Task Every_step_stands_there_with_inputs_outputs_and_times()
    {
        await using var app = await new DurableApp().Activity<string, int>("Length", text => text!.Length)
            .Orchestrator("Flow", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            return await context.CallActivityAsync<int>("Length", context.GetInput<string>());
        }).StartAsync();
        var began = app.Time.GetUtcNow().UtcDateTime;
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Flow", "four", new StartOrchestrationOptions("one"));
        await app.Client.WaitForInstanceStartAsync("one", CancellationToken.None);
        await app.Client.RaiseEventAsync("one", "go", "on");
        await app.UntilTimerAsync("one", TimeSpan.FromMinutes(1));
        await app.EndAsync("one");

        var history = await app.Client.GetOrchestrationHistoryAsync("one");

        Assert.Equal(
            [
                EventType.OrchestratorStarted, EventType.ExecutionStarted, EventType.OrchestratorCompleted,
                EventType.OrchestratorStarted, EventType.EventRaised, EventType.TimerCreated, EventType.OrchestratorCompleted,
                EventType.OrchestratorStarted, EventType.TimerFired, EventType.TaskScheduled, EventType.OrchestratorCompleted,
                EventType.OrchestratorStarted, EventType.TaskCompleted, EventType.ExecutionCompleted,
                EventType.OrchestratorCompleted,
            ],
            history.Select(e => e.EventType));
        Assert.Equal("\"four\"", One<ExecutionStartedEvent>(history).Input);
        Assert.Equal("\"on\"", One<EventRaisedEvent>(history).Input);
        Assert.Equal("\"four\"", One<TaskScheduledEvent>(history).Input);
        Assert.Equal("4", One<TaskCompletedEvent>(history).Result);
        Assert.Equal(One<TaskScheduledEvent>(history).EventId, One<TaskCompletedEvent>(history).TaskScheduledId);
        Assert.Equal(began.AddMinutes(1), One<TimerCreatedEvent>(history).FireAt);
        Assert.Equal(OrchestrationStatus.Completed, One<ExecutionCompletedEvent>(history).OrchestrationStatus);
        Assert.Equal("4", One<ExecutionCompletedEvent>(history).Result);
        Assert.All(history.TakeWhile(e => e is not TimerFiredEvent).SkipLast(1), e => Assert.Equal(began, e.Timestamp));
        Assert.Equal(began.AddMinutes(1), history[^1].Timestamp);
    }

    [Fact]
    public async Task An_instance_that_does_not_exist_has_none()
    {
        await using var app = await new DurableApp().StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.GetOrchestrationHistoryAsync("nobody"));
        await Assert.ThrowsAsync<ArgumentException>(() => app.EndAsync("nobody"));
    }

    private static T One<T>(IEnumerable<HistoryEvent> history) where T : HistoryEvent => Assert.Single(history.OfType<T>());
}
