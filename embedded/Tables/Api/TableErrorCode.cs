namespace Azure.Data.Tables.Models;

/// <summary>
/// The codes with which the table service names its refusals, as <see cref="RequestFailedException.ErrorCode"/> holds them.
/// </summary>
public readonly partial struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string value;

    /// <summary>A code by its text.</summary>
    /// <param name="value">The text of the code.</param>
    public TableErrorCode(string value) => this.value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>A code by its text.</summary>
    /// <param name="value">The text of the code.</param>
    public static implicit operator TableErrorCode(string value) => new(value);

    /// <summary>Whether two codes are the same, whatever their case.</summary>
    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    /// <summary>Whether a code has this text.</summary>
    public static bool operator ==(TableErrorCode code, string? value) =>
        value is not null && code.Equals(new TableErrorCode(value));

    /// <summary>Whether a code has another text.</summary>
    public static bool operator !=(TableErrorCode code, string? value) => !(code == value);

    /// <summary>Whether a code has this text.</summary>
    public static bool operator ==(string? value, TableErrorCode code) => code == value;

    /// <summary>Whether a code has another text.</summary>
    public static bool operator !=(string? value, TableErrorCode code) => !(code == value);

    /// <inheritdoc/>
    public bool Equals(TableErrorCode other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TableErrorCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    /// <inheritdoc/>
    public override string ToString() => value;
}
