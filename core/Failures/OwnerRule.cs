namespace Isthmus.Core.Failures;

/// <summary>Names who looks after some failures. What is not given fits everything; the first rule that fits wins.</summary>
public sealed record OwnerRule
{
    /// <summary>Who: a person, a team, an address.</summary>
    public string Owner { get; init; } = "";
    /// <summary>Only failures of this class.</summary>
    public FailureClass? Class { get; init; }
    /// <summary>Only failures on this connection.</summary>
    public string? Connection { get; init; }
    /// <summary>Only failures with this code.</summary>
    public string? Code { get; init; }

    /// <summary>True when the rule names the owner of this failure.</summary>
    public bool Fits(Failure failure) =>
        Owner.Length > 0
        && (Class is null || Class == failure.Class)
        && (Connection is null || Connection == failure.Connection)
        && (Code is null || Code == failure.Code);
}
