using System.Reflection;
using System.Runtime.CompilerServices;
using Isthmus.Embedded.Hosting.Invocation;
using Isthmus.Embedded.Hosting.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>Turns a draft into a function that can be called, telling everything that is wrong with it.</summary>
internal sealed class FunctionReader(IReadOnlyList<ITriggerKind> kinds, CommonParameters common, QueueOutputReader outputs, Problems problems)
{
    public FunctionEntry? Read(FunctionDraft draft)
    {
        var before = problems.Count;
        if (kinds.FirstOrDefault(kind => kind.Attribute == draft.Trigger.GetType()) is not { } kind)
        {
            draft.Wrong($"[{draft.Trigger.GetType().Name}] is not a trigger of the embedded host.");
            return null;
        }
        if (draft.Method.ReturnType == typeof(void) && draft.Method.IsDefined(typeof(AsyncStateMachineAttribute)))
            draft.Wrong("it is async void, so nobody would see it end or fail; return Task.");
        var sources = draft.Method.GetParameters().Select(parameter => Bind(draft, kind, parameter)).ToList();
        var queues = outputs.Read(draft);
        var retry = Retry(draft);
        if (problems.Count > before) return null;
        return new FunctionEntry(
            draft.Name, draft.Method, draft.TriggerParameter, draft.Trigger, sources!, FunctionShape.Of(draft, kind.BindingType, queues),
            new MethodCall(draft.Method), retry, queues);
    }

    private ParameterSource? Bind(FunctionDraft draft, ITriggerKind kind, ParameterInfo parameter)
    {
        if (parameter.Position == draft.TriggerParameter.Position) return kind.BindTrigger(draft);
        var source = common.Bind(draft, parameter, out var known) ?? (known ? null : kind.BindPlain(draft, parameter));
        if (source is null && !known)
            draft.Wrong(parameter, $"nothing can fill a {parameter.ParameterType.Name} of this name here; {Cure(kind)}");
        return source;
    }

    private static string Cure(ITriggerKind kind) => kind.BindingType switch
    {
        "httpTrigger" => "name it after a part of the route, or mark it with [FromBody] or [DurableClient].",
        "activityTrigger" => "an activity has one input: put both values into one record.",
        _ => "take FunctionContext, CancellationToken or [DurableClient] DurableTaskClient, or inject it into the class.",
    };

    private static RetryRule? Retry(FunctionDraft draft)
    {
        if (draft.Method.GetCustomAttribute<RetryAttribute>(true) is not { } attribute) return null;
        if (draft.Trigger is TimerTriggerAttribute) return RetryRule.Of(attribute, draft.Wrong);
        draft.Wrong($"[{attribute.GetType().Name}] works with timers only; queues retry by host.json's maxDequeueCount.");
        return null;
    }
}
