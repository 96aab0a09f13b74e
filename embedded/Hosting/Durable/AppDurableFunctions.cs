using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Hosting.Durable;

/// <summary>
/// The orchestrators and activities of the app, as the engine calls them: by the function's name, or the one its trigger gives.
/// </summary>
internal sealed class AppDurableFunctions(IReadOnlyList<FunctionEntry> entries, FunctionInvoker invoker) : IDurableFunctions
{
    private readonly Dictionary<string, FunctionEntry> orchestrators = entries
        .Where(entry => entry.Trigger is OrchestrationTriggerAttribute)
        .ToDictionary(entry => ((OrchestrationTriggerAttribute)entry.Trigger).Orchestration ?? entry.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, FunctionEntry> activities = entries
        .Where(entry => entry.Trigger is ActivityTriggerAttribute)
        .ToDictionary(entry => ((ActivityTriggerAttribute)entry.Trigger).Activity ?? entry.Name, StringComparer.OrdinalIgnoreCase);

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => activities.ContainsKey(name);

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) =>
        invoker.InvokeOrchestratorAsync(orchestrators[name], new Call(Call.NewId(), context, Data(context.InstanceId)));

    public Task<object?> RunActivityAsync(
        string name, string instanceId, string? serializedInput, DataConverter converter, CancellationToken cancellation) =>
        invoker.InvokeAsync(
            activities[name],
            new Call(Call.NewId(), new ActivityInput(instanceId, serializedInput, converter), Data(instanceId)),
            cancellation);

    private static Dictionary<string, object?> Data(string instanceId) =>
        new(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = instanceId };
}
