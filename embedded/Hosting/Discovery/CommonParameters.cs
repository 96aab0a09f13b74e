using System.Reflection;
using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>The parameters that every kind of function may have.</summary>
internal sealed class CommonParameters(Func<DurableTaskClient> durable)
{
    /// <summary>The source; null with <paramref name="known"/>: it was known to be wrong, and told.</summary>
    public ParameterSource? Bind(FunctionDraft draft, ParameterInfo parameter, out bool known)
    {
        known = true;
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            if (type == typeof(DurableTaskClient)) return _ => new(durable());
            draft.Wrong(parameter, $"[DurableClient] gives a DurableTaskClient, not a {type.Name}.");
            return null;
        }
        if (parameter.GetCustomAttribute<InputConverterAttribute>(true) is { } converter) return Convert(parameter, converter.ConverterType);
        if (type == typeof(FunctionContext)) return call => new(call);
        if (type == typeof(CancellationToken)) return call => new(call.CancellationToken);
        known = false;
        return null;
    }

    private static ParameterSource Convert(ParameterInfo parameter, Type converter) => async call =>
    {
        var made = (IInputConverter)ActivatorUtilities.GetServiceOrCreateInstance(call.InstanceServices, converter);
        var result = await made.ConvertAsync(new Conversion(call, parameter.ParameterType));
        return result.Status == ConversionStatus.Succeeded ? result.Value : throw new FunctionInputConverterException(
            $"Parameter '{parameter.Name}' of function '{call.Entry.Name}' could not be made a {parameter.ParameterType.Name}.", result.Error);
    };

    private sealed class Conversion(CallContext call, Type target) : ConverterContext
    {
        public override Type TargetType => target;

        public override object? Source => call.Input;

        public override FunctionContext FunctionContext => call;

        public override IReadOnlyDictionary<string, object> Properties { get; } = new Dictionary<string, object>();
    }
}
