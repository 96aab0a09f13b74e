namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>One field of a module.</summary>
internal sealed class CrmField
{
    public required string Module { get; init; }

    public required string ApiName { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>Where a record keeps its value.</summary>
    public required int Slot { get; init; }

    public required string Label { get; init; }

    public required int Length { get; set; }

    public bool IsMandatory { get; set; }

    public bool IsReadOnly { get; init; }

    public bool IsCustom { get; init; }

    public bool IsUnique { get; init; }

    /// <summary>"org" or "user" for an external field; else null.</summary>
    public string? External { get; init; }

    /// <summary>The module that a lookup points to, or that a subform's rows are of.</summary>
    public string? Target { get; init; }

    /// <summary>Given for line items: amounts that the vendor computes when the record is written.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Only there while several currencies are switched on.</summary>
    public bool NeedsCurrencies { get; init; }

    public IReadOnlyList<PickListValue> PickList { get; set; } = [];

    public long Id => MetaId.Of("field", Module, ApiName);

    /// <summary>Digits behind the point; further ones are cut off.</summary>
    public int Decimals => Type switch { FieldType.Currency or FieldType.Percent => 2, FieldType.Double => 9, _ => 0 };
}
