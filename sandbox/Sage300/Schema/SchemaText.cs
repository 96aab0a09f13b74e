namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>
/// Reads properties from lines such as <c>text 60: CustomerName AddressLine1</c>, <c>code 6:</c>, <c>number 3 shown:</c>,
/// <c>choice Status: Active Inactive</c>, <c>date:</c>, <c>flag:</c>. "shown" means that the view computes them.
/// </summary>
internal static class SchemaText
{
    private const string All = "GET POST PUT DELETE PATCH";

    public static EntitySchema Resource(string module, string resource, string keys, string text, string verbs = All,
        params IReadOnlyList<EntitySchema> details) => new(Properties(text))
    {
        Module = module, Resource = resource, Keys = Words(keys), Verbs = Words(verbs), Details = details
    };

    public static EntitySchema Detail(string name, string keys, string text, params IReadOnlyList<EntitySchema> details) =>
        new(Properties(text)) { Resource = name, Keys = Words(keys), Details = details };

    /// <summary>The optional fields of an entity or a detail.</summary>
    public static EntitySchema OptionalFields(string name, string keys = "") => Detail(name, "OptionalField",
        (keys.Length == 0 ? "" : keys + "\n") + "code 12: OptionalField\ntext 60: Value\ntext 60 shown: ValueDescription");

    private static List<Property> Properties(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Line)];

    private static IEnumerable<Property> Line(string line)
    {
        var parts = line.Split(':', 2);
        var head = Words(parts[0]);
        var names = Words(parts[1]);
        var shown = head[^1] == "shown";
        if (head[0] == "choice") return [new Property(head[1], Kind.Choice, 0, shown) { Members = names }];
        var kind = Enum.Parse<Kind>(head[0], ignoreCase: true);
        var size = head.Length > 1 && int.TryParse(head[1], out var given) ? given : 0;
        return names.Select(name => new Property(name, kind, size, shown));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
