using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Dispatch;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>The client of an engine in the same process. Everything it says is stored is on disk.</summary>
internal sealed class EmbeddedDurableClient(
    EmbeddedStore store, DurableEngineOptions options, Sequence executions, EventDelivery delivery, InstanceWatch watch,
    Task started, Action<StepEffects> apply) : DurableTaskClient(options.HubName)
{
    private readonly InstanceStarting starting = new(executions, delivery);
    private readonly InstanceRewinding rewinding = new(delivery);
    private readonly InstancePurging purging = new(store);
    private volatile bool closed;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name);
        var now = store.Time.GetUtcNow();
        var refused = InstanceStarting.RefusedStatuses(options?.DedupeStatuses);
        var row = new InstanceRow(
            0, options?.InstanceId is { } id ? InstanceIds.Check(id) : NewId(), orchestratorName.Name,
            options?.Version is { } version ? version.Version : Settings.DefaultVersion,
            OrchestrationStatus.Pending, now.UtcTicks, now.UtcTicks,
            StartAt: options?.StartAt?.UtcTicks, Input: Converter.Serialize(input), Tags: options?.Tags);
        await WriteAsync((session, effects) => starting.Start(session, effects, row, refused), cancellation);
        return row.InstanceId;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, new EventRaisedEvent(-1, Converter.Serialize(eventPayload)) { Name = eventName },
            cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(
            instanceId,
            new ExecutionTerminatedEvent(-1, Converter.Serialize(options?.Output)) { Recursive = options?.Recursive ?? false },
            cancellation);

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspendedEvent(-1, reason), cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumedEvent(-1, reason), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(
            instanceId, getInputsAndOutputs, state => state.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, state => state.IsCompleted, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(store.Read(session =>
            InstanceTable.Find(session, instanceId) is { } row
                ? InstanceStates.Describe(session, row, getInputsAndOutputs ? Converter : null)
                : null));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create((continuation, size, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var from = continuation ?? query.ContinuationToken;
            return Task.FromResult(store.Read(session => InstanceStates.Page(session, query, from, size, Converter)));
        });
    }

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        purging.PurgeAsync(instanceId, options?.Recursive ?? false, cancellation);

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        purging.PurgeAsync(filter, options?.Recursive ?? false, cancellation);

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null, DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null, int pageSize = OrchestrationQuery.DefaultPageSize, string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(store.Read(session =>
            EndedInstances.Page(session, runtimeStatus, completedTimeFrom, completedTimeTo, pageSize, lastInstanceKey)));
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var old = store.Read(session =>
            InstanceTable.Find(session, instanceId) is { } row ? InstanceTable.WithPayloads(session, row) : null)
            ?? throw NotFound(instanceId);
        if (!restartWithNewInstanceId && !old.HasEnded)
        {
            throw new InvalidOperationException(
                $"An orchestration with the instanceId {instanceId} cannot be restarted: it is {old.Status}.");
        }
        var now = store.Time.GetUtcNow().UtcTicks;
        var row = new InstanceRow(
            0, restartWithNewInstanceId ? NewId() : instanceId, old.Name, old.Version, OrchestrationStatus.Pending, now, now,
            Input: old.Input, Tags: old.Tags);
        await WriteAsync((session, effects) => starting.Start(session, effects, row, InstanceStarting.NotEnded), cancellation);
        return row.InstanceId;
    }

    public override Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        var now = store.Time.GetUtcNow().UtcDateTime;
        return WriteAsync(
            (session, effects) => rewinding.Rewind(
                session, effects, InstanceTable.Find(session, instanceId) ?? throw NotFound(instanceId), reason, now),
            cancellation);
    }

    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(
        string instanceId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IList<HistoryEvent>>(store.Read(session => InstanceTable.Find(session, instanceId) is { } row
            ? HistoryTable.Read(session, InstanceTable.WithPayloads(session, row))
            : throw NotFound(instanceId)));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The engine is gone: nobody would act on what is written from here on.</summary>
    public void Close() => closed = true;

    private DurableEngineOptions Settings => options;

    private DataConverter Converter => options.DataConverter;

    private string NewId() => Guid.CreateVersion7(store.Time.GetUtcNow()).ToString("N");

    private Task SendAsync(string instanceId, HistoryEvent e, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        e.Timestamp = store.Time.GetUtcNow().UtcDateTime;
        return WriteAsync((session, effects) => delivery.Deliver(session, effects, instanceId, e), cancellation);
    }

    private async Task WriteAsync(Action<StoreSession, StepEffects> work, CancellationToken cancellation)
    {
        await started.WaitAsync(cancellation);
        ObjectDisposedException.ThrowIf(closed, typeof(DurableTaskClient));
        var effects = await store.WriteAsync(
            session =>
            {
                var effects = new StepEffects();
                work(session, effects);
                return effects;
            },
            cancellation);
        apply(effects);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, bool payloads, Func<OrchestrationMetadata, bool> reached, CancellationToken cancellation)
    {
        var change = Task.CompletedTask;
        while (true)
        {
            await change.WaitAsync(cancellation);
            var state = await GetInstancesAsync(instanceId, payloads, cancellation) ?? throw NotFound(instanceId);
            if (reached(state)) return state;
            // What happens between this look and the registration is seen by the second look.
            change = watch.NextChange(instanceId);
            state = await GetInstancesAsync(instanceId, payloads, cancellation) ?? throw NotFound(instanceId);
            if (reached(state)) return state;
        }
    }

    private static ArgumentException NotFound(string instanceId) =>
        new($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId));
}
