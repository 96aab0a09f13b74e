namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>The data types of fields (vendor notes, section 11).</summary>
internal enum FieldType
{
    Text, TextArea, Email, Phone, Website, Integer, BigInt, Double, Currency, Percent, Boolean, Date, DateTime,
    PickList, MultiSelect, Lookup, OwnerLookup, AutoNumber, Subform, LineTax, Tags,
}

/// <summary>What the vendor calls the types, in metadata and in errors.</summary>
internal static class FieldTypes
{
    private static readonly Dictionary<string, FieldType> byName = new()
    {
        ["text"] = FieldType.Text,
        ["textarea"] = FieldType.TextArea,
        ["email"] = FieldType.Email,
        ["phone"] = FieldType.Phone,
        ["website"] = FieldType.Website,
        ["integer"] = FieldType.Integer,
        ["bigint"] = FieldType.BigInt,
        ["double"] = FieldType.Double,
        ["currency"] = FieldType.Currency,
        ["percent"] = FieldType.Percent,
        ["boolean"] = FieldType.Boolean,
        ["date"] = FieldType.Date,
        ["datetime"] = FieldType.DateTime,
        ["picklist"] = FieldType.PickList,
        ["multiselectpicklist"] = FieldType.MultiSelect,
        ["lookup"] = FieldType.Lookup,
        ["ownerlookup"] = FieldType.OwnerLookup,
        ["autonumber"] = FieldType.AutoNumber,
        ["subform"] = FieldType.Subform,
        ["linetax"] = FieldType.LineTax,
        ["tags"] = FieldType.Tags,
    };

    private static readonly Dictionary<FieldType, string> names = byName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static FieldType? Find(string name) => byName.TryGetValue(name, out var type) ? type : null;

    /// <summary>As metadata says it; tags are a text there.</summary>
    public static string Name(this FieldType type) => type == FieldType.Tags ? "text" : names[type];

    /// <summary>The JSON that values have, as metadata and the detail expected_data_type say it.</summary>
    public static string JsonName(this FieldType type) => type switch
    {
        FieldType.Integer => "integer",
        FieldType.Double or FieldType.Currency or FieldType.Percent => "double",
        FieldType.Boolean => "boolean",
        FieldType.Lookup or FieldType.OwnerLookup => "jsonobject",
        FieldType.MultiSelect or FieldType.Subform or FieldType.LineTax or FieldType.Tags => "jsonarray",
        _ => "string",
    };

    /// <summary>The longest value when nothing else is said: letters, or digits of a number.</summary>
    public static int DefaultLength(this FieldType type) => type switch
    {
        FieldType.TextArea => 32_000,
        FieldType.Email => 100,
        FieldType.Phone => 30,
        FieldType.Website => 450,
        FieldType.Integer => 9,
        FieldType.BigInt => 18,
        FieldType.Double or FieldType.Currency => 16,
        FieldType.Percent => 5,
        FieldType.PickList => 120,
        FieldType.AutoNumber => 50,
        _ => 255,
    };

    public static bool IsNumber(this FieldType type) =>
        type is FieldType.Integer or FieldType.Double or FieldType.Currency or FieldType.Percent;

    /// <summary>Whether list reads and COQL leave it out: it comes with the single record only.</summary>
    public static bool IsOfTheWholeRecord(this FieldType type) => type is FieldType.Subform or FieldType.LineTax;
}
