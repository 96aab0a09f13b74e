namespace Microsoft.DurableTask.Client;

/// <summary>How instances are removed.</summary>
/// <param name="Recursive">With their sub-orchestrations.</param>
public record PurgeInstanceOptions(bool Recursive = false);
