using System.Reflection;
using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Hosting.Durable;

/// <summary>Orchestrator functions.</summary>
internal sealed class OrchestrationTriggerKind : ITriggerKind
{
    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    public Type Attribute => typeof(OrchestrationTriggerAttribute);

    public string BindingType => "orchestrationTrigger";

    public ParameterSource? BindTrigger(FunctionDraft draft)
    {
        if (draft.TriggerParameter.ParameterType == typeof(TaskOrchestrationContext)) return call => new(call.Input);
        draft.Wrong(draft.TriggerParameter,
            $"[OrchestrationTrigger] gives a TaskOrchestrationContext, not a {draft.TriggerParameter.ParameterType.Name}.");
        return null;
    }

    /// <summary>One further parameter is the typed input.</summary>
    public ParameterSource? BindPlain(FunctionDraft draft, ParameterInfo parameter)
    {
        var first = draft.Method.GetParameters().First(other =>
            other.Position != draft.TriggerParameter.Position && FunctionDraft.IsPlain(other)
            && other.ParameterType != typeof(FunctionContext) && other.ParameterType != typeof(CancellationToken));
        if (first.Position != parameter.Position) return null;
        var get = GetInput.MakeGenericMethod(parameter.ParameterType);
        return call => new(get.Invoke(call.Input, BindingFlags.DoNotWrapExceptions, null, null, null));
    }
}

/// <summary>Activity functions.</summary>
internal sealed class ActivityTriggerKind : ITriggerKind
{
    public Type Attribute => typeof(ActivityTriggerAttribute);

    public string BindingType => "activityTrigger";

    public ParameterSource BindTrigger(FunctionDraft draft)
    {
        var type = draft.TriggerParameter.ParameterType;
        if (type == typeof(TaskActivityContext)) return call => new(((ActivityInput)call.Input!).Context(call));
        return call => new(((ActivityInput)call.Input!).Read(type));
    }

    public ParameterSource? BindPlain(FunctionDraft draft, ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) && "instanceId".Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)
            ? call => new(((ActivityInput)call.Input!).InstanceId)
            : null;
}
