namespace Isthmus.Core.CrossReferences;

/// <summary>A record of another system that stands for one of our business keys.</summary>
/// <param name="Id">The other system's id.</param>
/// <param name="Number">The number that people use there, where there is one.</param>
/// <param name="Detail">Reference of a stored document with more (line ids), or null.</param>
public sealed record Reference(string Id, string? Number = null, string? Detail = null);

/// <summary>How a claim to write a record stands.</summary>
public enum ClaimState
{
    /// <summary>Nobody tried before: write without searching.</summary>
    First,
    /// <summary>Somebody tried before and the outcome is unknown: search first.</summary>
    Repeat,
    /// <summary>The record is there.</summary>
    Done,
    /// <summary>Another flow is writing it at this moment: come back.</summary>
    Taken,
}

/// <summary>The right to write one record of one system for one business key.</summary>
/// <param name="Key">The business key.</param>
/// <param name="Target">System and kind, such as <c>zoho-inventory.salesorder</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reference">The record, when <see cref="ClaimState.Done"/>; a number reserved earlier, when <see
/// cref="ClaimState.Repeat"/>.</param>
public sealed record Claim(string Key, string Target, ClaimState State, Reference? Reference);
