using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Connectors.Intacct.Xml;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>Reads what <c>lookup</c> and <c>getDimensions</c> say of a company.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IntacctField> Read(IntacctResult result) =>
        [.. Find(result.Data, "Fields")?.All("Field").Select(Field).Where(field => field.Id.Length > 0) ?? []];

    public static IReadOnlyList<string> Dimensions(IntacctResult result) =>
        [.. (Find(result.Data, "dimensions")?.Children ?? result.Data?.Children ?? [])
            .Select(dimension => dimension.TextOf("objectName")).Where(name => name.Length > 0)];

    private static IntacctField Field(XmlPart field) => new(
        field.TextOf("ID"), field.TextOf("LABEL"), field.TextOf("DATATYPE"),
        [.. (field.Child("VALIDVALUES")?.Children ?? []).Select(value => value.Text.Trim()).Where(value => value.Length > 0)]);

    private static XmlPart? Find(XmlPart? part, string name) => part is null || part.Is(name) ? part
        : part.Children.Select(child => Find(child, name)).FirstOrDefault(found => found is not null);
}
