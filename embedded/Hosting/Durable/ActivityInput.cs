using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Hosting.Durable;

/// <summary>What the engine hands to an activity.</summary>
internal sealed record ActivityInput(string InstanceId, string? Serialized, DataConverter Converter)
{
    /// <summary>No input at all is the default of a value type, as a missing one is in Azure.</summary>
    public object? Read(Type type) => Serialized is null
        ? type.IsValueType ? Activator.CreateInstance(type) : null
        : Converter.Deserialize(Serialized, type);

    public TaskActivityContext Context(CallContext call) => new NamedActivity(call.Entry.Name, InstanceId);

    private sealed class NamedActivity(string name, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;
    }
}
