using System.Text.Json;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>
/// Where a reading stands. Records come in the order of their numbers, each page behind the last number of the one before, so that none
/// is missed or repeated although others change meanwhile.
/// </summary>
/// <param name="From">The stretch of changes, by the user's clock; null for everything.</param>
/// <param name="To">Its end.</param>
/// <param name="Last">The last record number read.</param>
internal sealed record IntacctCursor(string? From, string? To, long Last = 0)
{
    /// <summary>True while records are found by changes of others that they show.</summary>
    public bool ByContacts { get; init; }

    /// <summary>How far the records that one group of contacts belongs to have been read.</summary>
    public long Inner { get; init; }

    public bool Full => From is null;

    public static IntacctCursor? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<IntacctCursor>(text);

    public string Write() => JsonSerializer.Serialize(this);
}
