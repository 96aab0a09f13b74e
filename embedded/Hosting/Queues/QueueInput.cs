using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Queues;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>A message on its way to a function: as it is stored, and its decoded body.</summary>
internal sealed record QueueInput(StoredMessage Message, BinaryData Body)
{
    public QueueMessage ToQueueMessage() => Messages.Received(Message, Body);

    /// <summary>What <c>BindingContext.BindingData</c> and parameters by name show.</summary>
    public IReadOnlyDictionary<string, object?> Data() => new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = Body.ToString(),
        ["Id"] = Message.Id,
        ["PopReceipt"] = Message.PopReceipt,
        ["DequeueCount"] = Message.DequeueCount,
        ["InsertionTime"] = Message.InsertedOn,
        ["ExpirationTime"] = Message.ExpiresOn,
        ["NextVisibleTime"] = Message.NextVisibleOn,
    };
}
