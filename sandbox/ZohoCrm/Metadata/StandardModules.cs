using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>The modules every organisation has, with their standard API names (vendor notes, section 7.7).</summary>
internal static class StandardModules
{
    /// <summary>First, so that the API finds Created_Time and the like in each module.</summary>
    private const string System = """
        Owner ownerlookup
        Created_By ownerlookup -
        Modified_By ownerlookup -
        Created_Time datetime -
        Modified_Time datetime -
        Last_Activity_Time datetime -
        Tag tags -
        Record_Status__s picklist:Available|Draft|Trash -
        Locked__s boolean -
        """;

    public static IEnumerable<CrmModule> All() => PartyModules.All().Concat(TradeModules.All());

    public static CrmModule Module(string apiName, string singular, string displayField, string fields,
        Tier minimum = Tier.Free, string? duplicateField = null)
    {
        var module = new CrmModule
        {
            ApiName = apiName,
            Singular = singular,
            Plural = apiName.Replace('_', ' '),
            DisplayField = displayField,
            SystemDuplicateField = duplicateField,
            Minimum = minimum,
        };
        return Fill(module, fields);
    }

    public static CrmModule Rows(string apiName, string singular, string parent, string fields)
    {
        var module = new CrmModule
        {
            ApiName = apiName,
            Singular = singular,
            Plural = apiName.Replace('_', ' '),
            DisplayField = "Parent_Id",
            GeneratedType = "subform",
        };
        FieldLine.AddTo(module, $"Parent_Id lookup:{parent} -\nSequence_Number integer -\n{fields}");
        return module;
    }

    /// <summary>A custom module: a name, an owner and what its fields file adds. Enterprise and above.</summary>
    public static CrmModule Custom(string apiName)
    {
        var label = apiName.Replace('_', ' ');
        return Fill(new CrmModule
        {
            ApiName = apiName,
            Singular = label.TrimEnd('s'),
            Plural = label,
            DisplayField = "Name",
            GeneratedType = "custom",
            Minimum = Tier.Enterprise,
        }, """
            Name text:120 !
            Email email
            Secondary_Email email
            """);
    }

    private static CrmModule Fill(CrmModule module, string fields)
    {
        FieldLine.AddTo(module, System);
        FieldLine.AddTo(module, fields);
        return module;
    }
}
