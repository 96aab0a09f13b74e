using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Reading;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>What the company, its objects and its user are like.</summary>
internal sealed class AboutFunctions(Company company)
{
    private static readonly string[] DimensionObjects = ["DEPARTMENT", "LOCATION", "CLASS", "CUSTOMER", "VENDOR", "PROJECT", "ITEM"];

    /// <summary>The field catalogue of an object.</summary>
    public object Lookup(XElement body)
    {
        var table = body.Element("object") is null ? throw new FunctionException("DL02000001", "There is no object definition.")
            : Objects.Require(company, body);
        var fields = RecordXml.All(company, table.Type).Select(name => (Name: name, Field: Objects.Field(company, table.Type, name).Type));
        return new XElement("data", new XAttribute("listtype", "All"), new XAttribute("count", 1),
            new XElement("Type", new XAttribute("Name", table.Type.Name), new XAttribute("DocumentType", ""),
                new XElement("Fields", fields.Select(field => Field(field.Name, field.Field)))));
    }

    /// <summary>The dimensions that are on.</summary>
    public static object Dimensions() => new XElement("data",
        new XAttribute("listtype", "dimensions"), new XAttribute("count", DimensionObjects.Length),
        new XElement("dimensions", DimensionObjects.Select(name => new XElement("dimension",
            new XElement("objectName", name), new XElement("objectLabel", name[0] + name[1..].ToLowerInvariant()),
            new XElement("userDefined", "false"), new XElement("enabledInGL", "true")))));

    public static object Relationships() => new XElement("data", new XAttribute("listtype", "dimensions"), new XAttribute("count", 0));

    /// <summary>The user's formats; an offset, and not the zone.</summary>
    public object Formatting(XElement body)
    {
        var users = company["USERINFO"];
        var user = (body.Element("userId") is { } login ? users.Find(login.Value)
            : users.Find(long.TryParse(body.Element("key")?.Value, out var key) ? key : 0))
            ?? throw new FunctionException("BL03000018", "The user does not exist.");
        var offset = company.Settings.Zone.GetUtcOffset(company.Now);
        return new XElement("data", new XAttribute("listtype", "userformatting"), new XAttribute("count", 1), new XElement("userformatting",
            new XElement("recordno", user.Number), new XElement("locale", "en_US"), new XElement("dateformat", company.Settings.DateFormat),
            new XElement("gmtoffset", (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh':'mm", CultureInfo.InvariantCulture)),
            new XElement("clock", company.Settings.Hours)));
    }

    public object Permissions() => new XElement("data", new XElement("permissions", new XElement("appSubscription",
        new XElement("applicationName", "Accounts Receivable"), new XElement("policies", new XElement("policy",
            new XElement("policyName", "Customers"),
            new XElement("rights", company.Settings.Denied.Contains("CUSTOMER") ? "" : "List|View"))))));

    private static XElement Field(string name, FieldType field) => new("Field",
        new XElement("ID", name), new XElement("LABEL", name.Replace('.', ' ')), new XElement("DESCRIPTION"),
        new XElement("REQUIRED", field.Required ? "true" : "false"), new XElement("READONLY", field.ReadOnly ? "true" : "false"),
        new XElement("DATATYPE", field.Kind.ToString().ToUpperInvariant()),
        field.Values.Count == 0 ? null : new XElement("VALIDVALUES", field.Values.Select(value => new XElement("VALIDVALUE", value))));
}
