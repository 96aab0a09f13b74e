namespace Microsoft.DurableTask.Abstractions;

/// <summary>How versions of orchestrations compare.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>
    /// Less than zero where the source is older. No version is older than any; unknown syntax compares as text.
    /// </summary>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        var noSource = string.IsNullOrWhiteSpace(sourceVersion);
        var noOther = string.IsNullOrWhiteSpace(otherVersion);
        if (noSource || noOther) return noOther.CompareTo(noSource);
        return Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
