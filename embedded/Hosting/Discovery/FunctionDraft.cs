using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>A function while it is being looked at.</summary>
internal sealed class FunctionDraft(MethodInfo method, string name, ParameterInfo triggerParameter, TriggerBindingAttribute trigger, Problems problems)
{
    public MethodInfo Method => method;

    public string Name => name;

    public ParameterInfo TriggerParameter => triggerParameter;

    public TriggerBindingAttribute Trigger => trigger;

    /// <summary>Whether a parameter is bound by its name or type alone.</summary>
    public static bool IsPlain(ParameterInfo parameter) => !parameter.IsDefined(typeof(BindingAttribute), true);

    public void Wrong(string problem) => problems.Add($"Function '{name}' ({method.DeclaringType!.Name}.{method.Name}): {problem}");

    public void Wrong(ParameterInfo parameter, string problem) => Wrong($"parameter '{parameter.Name}': {problem}");

    public static FunctionDraft? Of(MethodInfo method, Problems problems)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var where = $"Function '{name}' ({method.DeclaringType!.Name}.{method.Name})";
        var triggers = method.GetParameters().Where(p => p.IsDefined(typeof(TriggerBindingAttribute), true)).ToList();
        if (triggers.Count == 1)
            return new(method, name, triggers[0], triggers[0].GetCustomAttribute<TriggerBindingAttribute>(true)!, problems);
        problems.Add(triggers.Count == 0
            ? $"{where}: no parameter has a trigger; mark one with [HttpTrigger], [QueueTrigger] or another."
            : $"{where}: parameters {string.Join(" and ", triggers.Select(p => $"'{p.Name}'"))} both have a trigger; keep one.");
        return null;
    }
}
