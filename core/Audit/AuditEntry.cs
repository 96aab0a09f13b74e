namespace Isthmus.Core.Audit;

/// <summary>One thing that was done to one record.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">The flow's run id, or <c>operator:NAME</c>.</param>
/// <param name="Action">create sales order, approve run, resubmit.</param>
/// <param name="Subject">The record: system, kind and id. Never a personal value.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Mapping">Mapping document and version, where one made the record.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Outcome, string? Mapping)
{
    /// <summary>Names of the fields that were written, separated by commas, where known. Never their values.</summary>
    public string? Fields { get; init; }

    /// <summary>Its number in its month, from 1 without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>The hash of the entry before it: 64 hexadecimal digits, or empty for the first entry ever.</summary>
    public string Previous { get; init; } = "";

    /// <summary>SHA-256 over all of the above, 64 hexadecimal digits.</summary>
    public string Hash { get; init; } = "";
}
