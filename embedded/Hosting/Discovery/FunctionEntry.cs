using System.Reflection;
using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>Fills one parameter of a call.</summary>
internal delegate ValueTask<object?> ParameterSource(CallContext call);

/// <summary>A function of the app, ready to be called.</summary>
internal sealed record FunctionEntry(
    string Name,
    MethodInfo Method,
    ParameterInfo TriggerParameter,
    TriggerBindingAttribute Trigger,
    IReadOnlyList<ParameterSource> Sources,
    FunctionDefinition Definition,
    MethodCall Call,
    RetryRule? Retry,
    IReadOnlyList<QueueOutput> Outputs);
