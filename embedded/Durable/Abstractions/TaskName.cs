namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity. Compared without regard to case, as everywhere in Durable Task.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>A name; null gives the default (nameless) value.</summary>
    public TaskName(string name)
    {
        Name = name;
#pragma warning disable CS0618
        Version = name is null ? null! : string.Empty;
#pragma warning restore CS0618
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Always empty; see <see cref="TaskVersion"/>.</summary>
    [Obsolete("Refer to TaskVersion instead.")]
    public string Version { get; }

    /// <summary>The name as text.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>A name from text.</summary>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Equality without regard to case.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>Inequality without regard to case.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
