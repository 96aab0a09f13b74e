using System.Collections.Immutable;
using System.Reflection;
using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>The shape of a function as its context shows it.</summary>
internal sealed class FunctionShape : FunctionDefinition
{
    private FunctionShape(MethodInfo method, string name, IEnumerable<BindingMetadata> bindings)
    {
        Name = name;
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        Id = $"{EntryPoint}:{name}";
        PathToAssembly = method.DeclaringType.Assembly.Location;
        Parameters = [.. method.GetParameters().Select(Describe)];
        InputBindings = ByName(bindings, BindingDirection.In);
        OutputBindings = ByName(bindings, BindingDirection.Out);
    }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    public override string Id { get; }

    public override string Name { get; }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    public static FunctionShape Of(FunctionDraft draft, string bindingType, IEnumerable<QueueOutput> outputs) => new(
        draft.Method,
        draft.Name,
        [new Binding(draft.TriggerParameter.Name!, bindingType, BindingDirection.In),
            .. outputs.Select(output => new Binding(output.Name, "queue", BindingDirection.Out))]);

    private static ImmutableDictionary<string, BindingMetadata> ByName(IEnumerable<BindingMetadata> bindings, BindingDirection direction) =>
        bindings.Where(binding => binding.Direction == direction).ToImmutableDictionary(binding => binding.Name);

    private static FunctionParameter Describe(ParameterInfo parameter)
    {
        var properties = new Dictionary<string, object>();
        if (parameter.GetCustomAttribute<BindingAttribute>(true) is { } attribute) properties["bindingAttribute"] = attribute;
        return new FunctionParameter(
            parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null, properties);
    }

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => direction;
    }
}
