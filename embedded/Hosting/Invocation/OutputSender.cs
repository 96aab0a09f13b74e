using System.Collections;
using Azure.Core.Serialization;
using Isthmus.Embedded.Hosting.Queues;
using Isthmus.Embedded.Hosting.Settings;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>Sends what a function returned to the queues of its outputs.</summary>
internal sealed class OutputSender(ObjectSerializer serializer, QueueEncoding encoding)
{
    public async Task SendAsync(CallContext call)
    {
        foreach (var output in call.Entry.Outputs)
        {
            var returned = call.Returned.Value;
            var value = output.Property is null || returned is null ? returned : output.Property.GetValue(returned);
            if (value is null) continue;
            var queue = output.Open();
            await queue.CreateAsync(output.Queue);
            foreach (var message in Messages(value)) await queue.SendAsync(output.Queue, MessageBody.Encode(Body(message), encoding));
        }
    }

    private static IEnumerable<object> Messages(object value) =>
        value is IEnumerable many and not string and not byte[] ? many.Cast<object>() : [value];

    private BinaryData Body(object message) => message switch
    {
        string text => BinaryData.FromString(text),
        byte[] bytes => BinaryData.FromBytes(bytes),
        BinaryData data => data,
        _ => serializer.Serialize(message, message.GetType()),
    };
}
