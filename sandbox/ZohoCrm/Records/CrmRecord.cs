using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Records;

/// <summary>
/// One record. Values are text, decimal, bool, the id of a linked record or user (long), a time, choices (string[]), rows
/// (a list of <see cref="CrmRow"/>), taxes (a list of <see cref="LineTax"/>); null is no value.
/// </summary>
internal sealed class CrmRecord(long id)
{
    private object?[] values = [];

    public long Id { get; } = id;

    public DateTimeOffset Created { get; set; }

    public DateTimeOffset Modified { get; set; }

    public long CreatedBy { get; set; }

    public long ModifiedBy { get; set; }

    public long Owner { get; set; }

    /// <summary>Until when search does not show it as it is.</summary>
    public DateTimeOffset IndexedAt { get; set; }

    public object? this[CrmField field]
    {
        get => At(field.Slot);
        set
        {
            if (field.Slot >= values.Length) Array.Resize(ref values, field.Slot + 1);
            values[field.Slot] = value;
        }
    }

    public object? At(int slot) => slot < values.Length ? values[slot] : null;

    public string? Text(CrmField? field) => field is null ? null : this[field] as string;
}

/// <summary>A row of a subform, with an id of its own; without it a row that is sent is a new one.</summary>
internal sealed record CrmRow(long Id, IReadOnlyDictionary<string, object?> Values);

/// <summary>A tax of a line or of the whole document: percent, and what it comes to.</summary>
internal sealed record LineTax(string Name, decimal Percentage, decimal Value);
