namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is ended by force.</summary>
/// <param name="Output">Its output.</param>
/// <param name="Recursive">With its sub-orchestrations.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
