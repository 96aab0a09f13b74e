using System.Reflection;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>Reads <c>[QueueOutput]</c> on a method, or on properties of what it returns.</summary>
internal sealed class QueueOutputReader(QueueNames names)
{
    public IReadOnlyList<QueueOutput> Read(FunctionDraft draft)
    {
        if (draft.Method.GetCustomAttribute<QueueOutputAttribute>() is { } whole) return [Make(draft, whole, null)];
        return [.. Result(draft.Method.ReturnType).GetProperties()
            .Select(property => (property, attribute: property.GetCustomAttribute<QueueOutputAttribute>()))
            .Where(found => found.attribute is not null)
            .Select(found => Make(draft, found.attribute!, found.property))];
    }

    private QueueOutput Make(FunctionDraft draft, QueueOutputAttribute attribute, PropertyInfo? property)
    {
        names.Check(draft, attribute.QueueName, attribute.Connection);
        return new(property?.Name ?? "$return", property, names.Name(attribute.QueueName), () => names.Open(attribute.Connection));
    }

    private static Type Result(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
}
