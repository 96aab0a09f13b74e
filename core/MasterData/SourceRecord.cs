using System.Text.Json;

namespace Isthmus.Core.MasterData;

/// <summary>A record as its source shows it.</summary>
/// <param name="Key">Its key, unique in its flow and the same for ever; never a personal value.</param>
/// <param name="Body">The record.</param>
public sealed record SourceRecord(string Key, JsonElement Body)
{
    /// <summary>Why a rule leaves it where it is; null where it is carried.</summary>
    public string? Skip { get; init; }

    /// <summary>The id of the CRM's record that it is, where a person said so; null where its key tells.</summary>
    public string? CrmId { get; init; }

    /// <summary>The CRM's fields, by API name, that are left as they are there, because the CRM's own values count.</summary>
    public IReadOnlySet<string> Withheld { get; init; } = new HashSet<string>();
}
