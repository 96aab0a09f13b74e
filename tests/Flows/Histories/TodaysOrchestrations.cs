using System.Reflection;
using Isthmus.Embedded.Durable;
using Isthmus.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Flows.Tests.Histories;

/// <summary>The orchestrators of the app as they are now. Activities are never run.</summary>
internal sealed class TodaysOrchestrations : IDurableFunctions
{
    private static readonly Dictionary<string, MethodInfo> Methods = typeof(IsthmusServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(p => p.IsDefined(typeof(OrchestrationTriggerAttribute))))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Methods.Keys.Order(StringComparer.Ordinal);

    public bool HasOrchestrator(string name) => Methods.ContainsKey(name);

    public bool HasActivity(string name) => false;

    public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context)
    {
        var method = Methods[name];
        var input = typeof(TaskOrchestrationContext).GetMethod(nameof(context.GetInput))!
            .MakeGenericMethod(method.GetParameters()[1].ParameterType).Invoke(context, null);
        var task = (Task)method.Invoke(null, [context, input])!;
        await task;
        return task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task);
    }

    public Task<object?> RunActivityAsync(
        string name, string instanceId, string? serializedInput, DataConverter converter, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
