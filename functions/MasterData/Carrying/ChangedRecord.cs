using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Records;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>A record that has to be written.</summary>
/// <param name="Made">The record as the CRM shall have it.</param>
/// <param name="Kept">What is kept of it; null for a new one.</param>
internal sealed record ChangedRecord(MadeRecord Made, KeptRecord? Kept)
{
    /// <summary>Its own key.</summary>
    public string Key => Made.Key;

    /// <summary>True where we never wrote it.</summary>
    public bool IsNew => Kept?.CrmId is null;

    /// <summary>The names of the fields that are not as they were.</summary>
    public IReadOnlyList<string> ChangedFields => Made.ChangedSince(Kept?.Fields);
}

/// <summary>A record that cannot be written.</summary>
/// <param name="Key">Its own key.</param>
/// <param name="Kept">What is kept of it; null for a new one.</param>
/// <param name="Mark">The mark of what was refused.</param>
/// <param name="Failure">Why.</param>
internal sealed record RefusedRecord(string Key, KeptRecord? Kept, string Mark, Failure Failure)
{
    /// <summary>The records that it waits for.</summary>
    public IReadOnlyList<(string Flow, string Key)> Needs { get; init; } = [];

    /// <summary>True where it may go through by itself later.</summary>
    public bool MayPass => Needs.Count > 0 || Failure.Class is FailureClass.Locked or FailureClass.Transient or FailureClass.Throttled;
}

/// <summary>A record that the CRM may have already, so that a person decides.</summary>
/// <param name="Record">The record.</param>
/// <param name="Reason">Which records it is like, by their ids, and how much.</param>
internal sealed record HeldRecord(ChangedRecord Record, string Reason);
