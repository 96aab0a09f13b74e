using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Execution;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Takes an orchestration one step further in memory, loading and replaying it first where it is not there.</summary>
internal sealed class Stepper(
    EmbeddedStore store, IDurableFunctions functions, DurableEngineOptions options, ILoggerFactory loggers,
    Action<string, Message> post)
{
    /// <summary>The session of an instance that has not ended, or null.</summary>
    public OrchestrationSession? Load(string instanceId) => store.Read(session =>
    {
        if (InstanceTable.Find(session, instanceId) is not { HasEnded: false } row) return null;
        return new OrchestrationSession(row) { CustomStatus = Payloads.Load(session, row.CustomStatus) };
    });

    /// <summary>The next step; null: the messages have to wait.</summary>
    public Step? Take(OrchestrationSession session, List<Message> messages, DateTime now)
    {
        var row = session.Row;
        var inbox = messages.Where(message => message.InboxId != 0).Select(message => message.InboxId).ToList();
        var mine = messages.Where(message => message.Execution == 0 || message.Execution == row.Execution).ToList();
        var incoming = mine.Select(message => message.Event).OfType<HistoryEvent>().ToList();
        var foreign = mine.Any(message => message.IsForeignAwait);
        if (incoming.Count == 0 && row.Length > 0 && !foreign) return new Step([], null, inbox, row.Status);

        List<HistoryEvent> events = [new OrchestratorStartedEvent(-1) { Timestamp = now }];
        if (row.Length == 0) events.Add(new ExecutionStartedEvent(-1, null));
        events.AddRange(incoming);
        var end = session.Execution is null ? EndWithoutCode(row, incoming) : null;
        if (end is not null)
        {
            return new Step(events, new StepOutcome([], [], session.CustomStatus, end), inbox, Step.StatusOf(end));
        }
        if (session.Execution is null && MustWait(row, now)) return null;

        var execution = session.Execution ??= Revive(row);
        if (foreign) execution.Abort(new InvalidOperationException(ForeignAwait.Message));
        var outcome = execution.Advance(events);
        return new Step(events, outcome, inbox, StatusAfter(execution, outcome));
    }

    /// <summary>How an instance ends whose code is not run at all.</summary>
    private ExecutionEnd? EndWithoutCode(InstanceRow row, List<HistoryEvent> incoming)
    {
        var order = incoming.OfType<ExecutionTerminatedEvent>().FirstOrDefault();
        if (order is not null) return new ExecutionEnd.Terminated(order.Input);
        if (options.VersionFailureStrategy == VersionFailureStrategy.Fail
            && VersionGate.Refuse(row.Version, options) is { } refused)
        {
            return new ExecutionEnd.Failed(refused);
        }
        return functions.HasOrchestrator(row.Name) ? null : new ExecutionEnd.Failed(Missing(row.Name));
    }

    private bool MustWait(InstanceRow row, DateTime now) =>
        (row.Length == 0 && row.StartAt > now.Ticks) || VersionGate.Refuse(row.Version, options) is not null;

    private OrchestrationExecution Revive(InstanceRow row)
    {
        var (full, history) = store.Read(session =>
        {
            var full = InstanceTable.WithPayloads(session, row);
            return (full, row.Length == 0 ? [] : HistoryTable.Read(session, full));
        });
        var parent = row.Parent is { } waiting ? new ParentOrchestrationInstance(waiting.Name, waiting.InstanceId) : null;
        var execution = new OrchestrationExecution(
            new OrchestrationStart(row.InstanceId, row.Name, row.Version, full.Input, parent), functions, options, loggers,
            onForeignAwait: () => post(row.InstanceId, new Message(null, row.Execution) { IsForeignAwait = true }));
        if (history.Count > 0) execution.Replay(history);
        return execution;
    }

    private static OrchestrationStatus StatusAfter(OrchestrationExecution execution, StepOutcome outcome) =>
        outcome.End is { } end ? Step.StatusOf(end)
        : execution.IsSuspended ? OrchestrationStatus.Suspended
        : OrchestrationStatus.Running;

    private static FailureDetails Missing(string name) => new(
        typeof(InvalidOperationException).FullName!,
        $"The orchestrator function '{name}' does not exist, is disabled, or is not an orchestrator function.",
        null, null, isNonRetriable: true);
}
