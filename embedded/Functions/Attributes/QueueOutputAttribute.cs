using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Sends what a function returns to a queue: a string as it is, anything else as JSON, an array as one message each.
/// </summary>
/// <param name="queueName">The queue, or <c>%Setting%</c>; made when missing.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
{
    /// <summary>The queue, as it was written.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the storage connection; null: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
