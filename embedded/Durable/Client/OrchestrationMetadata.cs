namespace Microsoft.DurableTask.Client;

/// <summary>The state of an instance at one moment.</summary>
public sealed class OrchestrationMetadata
{
    /// <summary>The state of an instance.</summary>
    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    /// <summary>The orchestrator.</summary>
    public string Name { get; }

    /// <summary>The instance id.</summary>
    public string InstanceId { get; }

    /// <summary>Reads the payloads; null where they were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where it is in its life.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something last happened to it.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>The input as text.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>The output as text.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>The custom status as text.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>The labels.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>It has begun and not ended.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>It has ended: completed, failed or terminated.</summary>
    public bool IsCompleted => RuntimeStatus is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The input.</summary>
    /// <exception cref="InvalidOperationException">Payloads were not asked for.</exception>
    public T? ReadInputAs<T>() => Converter(nameof(ReadInputAs)).Deserialize<T>(SerializedInput);

    /// <summary>The output.</summary>
    /// <exception cref="InvalidOperationException">Payloads were not asked for.</exception>
    public T? ReadOutputAs<T>() => Converter(nameof(ReadOutputAs)).Deserialize<T>(SerializedOutput);

    /// <summary>The custom status.</summary>
    /// <exception cref="InvalidOperationException">Payloads were not asked for.</exception>
    public T? ReadCustomStatusAs<T>() => Converter(nameof(ReadCustomStatusAs)).Deserialize<T>(SerializedCustomStatus);

    /// <summary>Name, id, status and times; payloads are left out, as they may hold personal data.</summary>
    public override string ToString() =>
        $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}]";

    private DataConverter Converter(string method) => DataConverter ?? throw new InvalidOperationException(
        $"The {method} method can only be used on {nameof(OrchestrationMetadata)} objects that are fetched with inputs and outputs.");
}
