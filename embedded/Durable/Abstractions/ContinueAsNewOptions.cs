namespace Microsoft.DurableTask;

/// <summary>How an orchestration begins anew.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the next execution.</summary>
    public object? NewInput { get; set; }

    /// <summary>Whether events that nobody has waited for are given to the next execution; default true.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>The version of the next execution; none: unchanged.</summary>
    public string? NewVersion { get; set; }
}
