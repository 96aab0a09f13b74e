using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for each message of a queue.</summary>
/// <param name="queueName">The queue, or <c>%Setting%</c>.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue, as it was written.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the storage connection; null: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
