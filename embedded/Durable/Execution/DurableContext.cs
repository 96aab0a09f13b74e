using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>The orchestrator's view of its execution.</summary>
internal sealed class DurableContext(
    OrchestrationStart start, DurableEngineOptions settings, OrchestratorThread thread, TaskLedger ledger, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    private readonly ExternalEvents events = new(settings.DataConverter);
    private object? customStatus;
    private DateTime now;
    private bool replaying;
    private int guids;

    public override TaskName Name => start.Name;

    public override string InstanceId => start.InstanceId;

    public override ParentOrchestrationInstance? Parent => start.Parent;

    public override string Version => start.Version;

    public override bool IsReplaying => replaying;

    public override DateTime CurrentUtcDateTime
    {
        get
        {
            thread.Require();
            return now;
        }
    }

    public override IReadOnlyDictionary<string, object?> Properties { get; } =
        new Dictionary<string, object?> { ["defaultVersion"] = settings.DefaultVersion };

    protected override ILoggerFactory LoggerFactory => loggers;

    public bool IsWaitingForEvent => events.HasReceivers;

    /// <summary>The decision to begin anew, once it is taken.</summary>
    public ContinueAsNewDecision? Continuation { get; private set; }

    private DataConverter Converter => settings.DataConverter;

    private Retries Retries => field ??= new Retries(this, ledger);

    public void Begin(DateTime at) => now = at;

    public void SetReplaying(bool value) => replaying = value;

    public string? CustomStatus() => Converter.Serialize(customStatus);

    public void Raise(EventRaisedEvent raised)
    {
        if (Continuation is not null) Continuation.Carried.Add(raised);
        else if (!events.TryDeliver(raised.Name!, raised.Input)) events.Keep(raised.Name!, raised.Input);
    }

    public override T? GetInput<T>() where T : default => Converter.Deserialize<T>(start.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        thread.Require();
        RefuseOptionsAsInput(input, options);
        var version = options?.Version is { } wanted ? wanted.Version : Version;
        var text = Converter.Serialize(input);
        return await Retries.RunAsync(options?.Retry, () => ResultAsync<TResult>(ledger.Schedule(
            new TaskScheduledEvent(ledger.NextId(), name.Name, version, text) { Tags = options?.Tags }, name.Name)));
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        thread.Require();
        var instance = InstanceIds.Check((options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N"));
        var version = options?.Version is { } wanted ? wanted.Version : settings.DefaultVersion;
        var text = Converter.Serialize(input);
        return await Retries.RunAsync(options?.Retry, () => ResultAsync<TResult>(ledger.Schedule(
            new SubOrchestrationInstanceCreatedEvent(ledger.NextId())
            {
                Name = orchestratorName.Name,
                InstanceId = instance,
                Version = version,
                Input = text,
                Tags = options?.Tags,
            },
            orchestratorName.Name)));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.Require();
        var due = fireAt.ToUniversalTime();
        while (due - now > settings.MaximumTimerInterval && !cancellationToken.IsCancellationRequested)
        {
            await OneTimerAsync(now + settings.MaximumTimerInterval, cancellationToken);
        }
        await OneTimerAsync(due, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.Require();
        return events.Wait<T>(eventName, thread, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.Require();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        Send(instanceId, eventName, Converter.Serialize(payload));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.Require();
        this.customStatus = customStatus;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        thread.Require();
        ArgumentNullException.ThrowIfNull(options);
        var version = string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion;
        Continuation = new ContinueAsNewDecision(Converter.Serialize(options.NewInput), version);
        if (!options.PreserveUnprocessedEvents) return;
        foreach (var (name, payload) in events.TakeKept()) Send(InstanceId, name, payload);
    }

    public override Guid NewGuid()
    {
        thread.Require();
        return DeterministicGuid.Create(InstanceId, now, guids++);
    }

    private void Send(string instanceId, string name, string? payload) =>
        ledger.Act(new EventSentEvent(ledger.NextId()) { InstanceId = instanceId, Name = name, Input = payload });

    private async Task<T> ResultAsync<T>(OpenTask task) => Converter.Deserialize<T>(await task.Result)!;

    private async Task OneTimerAsync(DateTime due, CancellationToken cancellation)
    {
        var timer = ledger.Schedule(new TimerCreatedEvent(ledger.NextId(), due), "timer");
        using var registration = cancellation.Register(() =>
        {
            if (thread.IsCurrent) ledger.CancelTimer(timer);
            else thread.ReportForeign();
        });
        await timer.Result;
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is not TaskOptions || options is not null) return;
        throw new ArgumentException(
            "A TaskOptions value was provided for the activity input but no value was provided for options. " +
            "Did you actually mean to provide a TaskOptions value for the options parameter?",
            nameof(input));
    }
}
