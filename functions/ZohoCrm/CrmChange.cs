using System.Text.Json.Serialization;
using Isthmus.Core;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>What happened to a record of the CRM.</summary>
[JsonConverter(typeof(CamelCaseWords<CrmChangeKind>))]
public enum CrmChangeKind
{
    /// <summary>It was made.</summary>
    Inserted,
    /// <summary>It was changed, or it is not known whether it was made or changed.</summary>
    Updated,
    /// <summary>It is in the recycle bin, or gone for good.</summary>
    Deleted,
    /// <summary>It was merged into another record and is gone.</summary>
    Merged,
}

/// <summary>A change of a record of the CRM. It says that the record is to be read again, never what it holds.</summary>
/// <param name="Module">The module's API name.</param>
/// <param name="RecordId">The record's id.</param>
/// <param name="Kind">What happened, as far as is known.</param>
/// <param name="At">The record's time of change, or of its deletion; null when nobody said.</param>
/// <param name="MasterId">The record that it was merged into, where that is known.</param>
public sealed record CrmChange(string Module, string RecordId, CrmChangeKind Kind, DateTimeOffset? At, string? MasterId)
{
    /// <summary>The record as it was read when the change was taken; null for what is gone.</summary>
    [JsonIgnore]
    public System.Text.Json.JsonElement? Record { get; init; }
}
