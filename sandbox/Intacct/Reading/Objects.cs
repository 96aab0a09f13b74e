using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Reading;

/// <summary>Finds what a function names: an object that the user may see, and its fields.</summary>
internal static class Objects
{
    public static Table Require(Company company, XElement body)
    {
        var name = body.Element("object")?.Value.Trim() ?? "";
        if (company.Find(name) is not { } table) throw new FunctionException("DL02000001", $"There is no object definition for {name}.");
        if (company.Settings.Denied.Contains(table.Type.Name) || (table.Type.Name == ObjectTypes.Audit && !company.Settings.Audit))
            throw new FunctionException("PL04000005",
                $"You do not have permission for API operation READ_BY_QUERY on objects of type {table.Type.Name.ToLowerInvariant()}");
        return table;
    }

    public static FieldReader Field(Company company, ObjectType type, string name) => FieldReader.Find(company, type, name.Trim())
        ?? throw new FunctionException("Query Failed", $"Field {name} is not valid for object {type.Name}");

    /// <summary>The fields that a reading names; <c>*</c> where it names none.</summary>
    public static string[] Names(XElement body) => (body.Element("fields")?.Value ?? "*")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string ListType(ObjectType type) => type.LowerCaseLists ? type.Name.ToLowerInvariant() : type.Name;
}
