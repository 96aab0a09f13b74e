using System.Reflection;
using Azure.Core.Serialization;
using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>Functions that messages start.</summary>
internal sealed class QueueTriggerKind(QueueNames names, ObjectSerializer serializer) : ITriggerKind
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["queueTrigger"] = typeof(string),
        ["id"] = typeof(string),
        ["popReceipt"] = typeof(string),
        ["dequeueCount"] = typeof(long),
        ["insertionTime"] = typeof(DateTimeOffset),
        ["expirationTime"] = typeof(DateTimeOffset),
        ["nextVisibleTime"] = typeof(DateTimeOffset),
    };

    public Type Attribute => typeof(QueueTriggerAttribute);

    public string BindingType => "queueTrigger";

    public ParameterSource? BindTrigger(FunctionDraft draft)
    {
        var attribute = (QueueTriggerAttribute)draft.Trigger;
        names.Check(draft, attribute.QueueName, attribute.Connection);
        var parameter = draft.TriggerParameter;
        var type = parameter.ParameterType;
        if (type == typeof(string)) return call => new(Input(call.Input).Body.ToString());
        if (type == typeof(byte[])) return call => new(Input(call.Input).Body.ToArray());
        if (type == typeof(BinaryData)) return call => new(Input(call.Input).Body);
        if (type == typeof(QueueMessage)) return call => new(Input(call.Input).ToQueueMessage());
        if (!type.IsInterface && !type.IsAbstract) return async call => await Read(Input(call.Input).Body, parameter, call.Entry.Name);
        draft.Wrong(parameter, $"a message cannot become a {type.Name}; take string, byte[], BinaryData, QueueMessage or a class of its JSON.");
        return null;
    }

    public ParameterSource? BindPlain(FunctionDraft draft, ParameterInfo parameter)
    {
        if (!ByName.TryGetValue(parameter.Name!, out var held)) return null;
        var wanted = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (wanted == held) return call => new(call.BindingContext.BindingData[parameter.Name!]);
        if (wanted == typeof(int) && held == typeof(long))
            return call => new(checked((int)(long)call.BindingContext.BindingData[parameter.Name!]!));
        return null;
    }

    private static QueueInput Input(object? input) => (QueueInput)input!;

    private async ValueTask<object?> Read(BinaryData body, ParameterInfo parameter, string function)
    {
        try
        {
            return await serializer.DeserializeAsync(body.ToStream(), parameter.ParameterType, CancellationToken.None);
        }
        catch (Exception failure) when (failure is System.Text.Json.JsonException or NotSupportedException)
        {
            // The reader's own message quotes the text; a message may hold personal data.
            throw new FunctionInputConverterException(
                $"Parameter '{parameter.Name}' of function '{function}': the message is not the JSON of a {parameter.ParameterType.Name}.");
        }
    }
}
