using System.Text.Json;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>A record as the CRM shall have it.</summary>
/// <param name="Key">Its own key.</param>
/// <param name="Body">The record, with our key and its links.</param>
/// <param name="Mark">Tells its content from another.</param>
/// <param name="Mapping">Document and version that made it.</param>
/// <param name="Missing">The links that lead to nothing in the CRM yet.</param>
internal sealed record MadeRecord(string Key, JsonElement Body, string Mark, string Mapping, IReadOnlyList<RecordLink> Missing)
{
    private FieldMarks? fields;

    /// <summary>The id of the CRM's record that it is written to; null where its key tells.</summary>
    public string? CrmId { get; init; }

    /// <summary>The CRM's fields that are left as they are there.</summary>
    public IReadOnlySet<string> Withheld { get; init; } = new HashSet<string>();

    /// <summary>The marks of its fields.</summary>
    public FieldMarks Fields => fields ??= FieldMarks.Of(Key, Body);

    /// <summary>The names of the fields that are not as they were, those that are empty now among them.</summary>
    public IReadOnlyList<string> ChangedSince(FieldMarks? before) => [.. Fields.ChangedSince(before).Where(IsOurs)];

    /// <summary>The names of the fields that were written once and are empty now.</summary>
    public IReadOnlyList<string> EmptiedSince(FieldMarks? before) => [.. Fields.Missing(before).Where(IsOurs)];

    /// <summary>The records that it waits for.</summary>
    public IReadOnlyList<(string Flow, string Key)> Needs => [.. Missing.Select(link => (link.Flow, link.Key))];

    private bool IsOurs(string field) => !Withheld.Contains(field);
}
