using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settings of the worker.</summary>
public class WorkerOptions
{
    /// <summary>
    /// Reads queue messages and request bodies, writes queue outputs. Default: System.Text.Json, property names without
    /// regard to case.
    /// </summary>
    public ObjectSerializer? Serializer { get; set; }
}
