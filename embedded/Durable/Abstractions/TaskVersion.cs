namespace Microsoft.DurableTask;

/// <summary>The version of an orchestration or activity; null and empty both mean unversioned.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>No version.</summary>
    public static readonly TaskVersion Unversioned = default;

    private readonly string? version;

    /// <summary>A version.</summary>
    /// <exception cref="ArgumentException">The version is white space only.</exception>
    public TaskVersion(string? version)
    {
        if (!string.IsNullOrEmpty(version) && string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException(
                "Version must not be whitespace-only. Pass null or an empty string for no version.", nameof(version));
        }
        this.version = version ?? string.Empty;
    }

    /// <summary>The version, or an empty string.</summary>
    public string Version => version ?? string.Empty;

    /// <summary>The version as text.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>A version from text.</summary>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>Equality without regard to case.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>Inequality without regard to case.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
