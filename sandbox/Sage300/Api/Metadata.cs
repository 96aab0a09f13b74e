using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>EDMX 4.0 of a module, in the container Default.Container.</summary>
internal static class Metadata
{
    private const string Models = "Sage.CA.SBS.ERP.Sage300.WebApi.Models";
    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    public static string Write(IReadOnlyList<EntitySchema> schemas) => new XDocument(new XElement(Edmx + "Edmx",
        new XAttribute("Version", "4.0"), new XElement(Edmx + "DataServices",
            new XElement(Edm + "Schema", new XAttribute("Namespace", Models),
                schemas.SelectMany(Nested).DistinctBy(each => each.Resource).Select(Complex), schemas.Select(Entity),
                schemas.SelectMany(All).DistinctBy(each => each.Resource).SelectMany(Enums)),
            new XElement(Edm + "Schema", new XAttribute("Namespace", "Default"),
                new XElement(Edm + "EntityContainer", new XAttribute("Name", "Container"), schemas.Select(Set)))))).ToString();

    private static IEnumerable<EntitySchema> Nested(EntitySchema schema) =>
        schema.Details.SelectMany(detail => Nested(detail).Append(detail)).DistinctBy(detail => detail.Resource);

    private static IEnumerable<EntitySchema> All(EntitySchema schema) => Nested(schema).Append(schema);

    private static XElement Entity(EntitySchema schema) => new(Edm + "EntityType", new XAttribute("Name", schema.Resource),
        new XElement(Edm + "Key", schema.Keys.Select(key => new XElement(Edm + "PropertyRef", new XAttribute("Name", key)))),
        Members(schema));

    private static XElement Complex(EntitySchema schema) =>
        new(Edm + "ComplexType", new XAttribute("Name", schema.Resource), Members(schema));

    private static IEnumerable<XElement> Members(EntitySchema schema) =>
        schema.Properties.Select(property => Member(schema, property)).Concat(schema.Details.Select(Collection));

    private static XElement Collection(EntitySchema detail) => new(Edm + "Property",
        new XAttribute("Name", detail.Resource), new XAttribute("Type", $"Collection({Models}.{detail.Resource})"));

    private static XElement Member(EntitySchema schema, Property property) => new(Edm + "Property",
        new XAttribute("Name", property.Name), new XAttribute("Type", Type(schema, property)),
        property.Kind is Kind.Text or Kind.Code ? new XAttribute("MaxLength", property.Size.ToString(CultureInfo.InvariantCulture)) : null);

    private static string Type(EntitySchema schema, Property property) => property.Kind switch
    {
        Kind.Number => "Edm.Decimal",
        Kind.Flag => "Edm.Boolean",
        Kind.Date => "Edm.DateTimeOffset",
        Kind.Choice => $"{Models}.{schema.Resource}{property.Name}",
        _ => "Edm.String"
    };

    private static IEnumerable<XElement> Enums(EntitySchema schema) => schema.Properties.Where(property => property.Kind == Kind.Choice)
        .Select(property => new XElement(Edm + "EnumType", new XAttribute("Name", $"{schema.Resource}{property.Name}"),
            property.Members.Select(member => new XElement(Edm + "Member", new XAttribute("Name", member)))));

    private static XElement Set(EntitySchema schema) => new(Edm + "EntitySet",
        new XAttribute("Name", schema.Resource), new XAttribute("EntityType", $"{Models}.{schema.Resource}"));
}
