using System.Text.Json.Nodes;
using Isthmus.Core.Mapping;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests;

public sealed class The_schema_and_the_loader_agree
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder,
        "mapping.schema.json")))!.AsObject();
    private static readonly SchemaCheck Documents = new(Schema);
    private static readonly SchemaCheck Tables =
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "reference-table.schema.json")))!.AsObject());

    public static TheoryData<string> Shipment() => [.. Directory.GetFiles(Shipped.Folder,
        "*.yaml").Select(path => Path.GetFileName(path))];

    public static TheoryData<string> References() =>
        [.. Directory.GetFiles(Path.Combine(Shipped.Folder, "references"), "*.yaml").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Shipment))]
    public void A_shipped_document_is_valid(string file) =>
        Assert.Empty(Documents.Errors(YamlToJson.Read(Path.Combine(Shipped.Folder, file))));

    [Theory]
    [MemberData(nameof(References))]
    public void A_shipped_table_is_valid(string file) =>
        Assert.Empty(Tables.Errors(YamlToJson.Read(Path.Combine(Shipped.Folder, "references", file))));

    [Fact]
    public void The_schema_refuses_an_unknown_member()
    {
        var document = YamlToJson.Read(Path.Combine(Shipped.Folder, "stripe-payment.yaml"))!;
        document["fields"]![0]!["requird"] = true;
        Assert.NotEmpty(Documents.Errors(document));
    }

    [Theory]
    [InlineData("copy", "from: a")]
    [InlineData("constant", "value: a")]
    [InlineData("concat", "from: [a, b]")]
    [InlineData("split", "from: a")]
    [InlineData("template", "text: a")]
    [InlineData("lookup", "from: a, table: statuses")]
    [InlineData("convert", "from: a, type: text")]
    [InlineData("date", "from: a")]
    [InlineData("case", "cases: [{ when: { path: a, equals: b }, value: c }]")]
    [InlineData("money", "from: a, currency: b")]
    [InlineData("sum", "terms: [{ from: a }], currency: b")]
    [InlineData("currency", "from: a, currency: b, target: c, date: d")]
    [InlineData("status", "from: a, of: zoho.salesorder")]
    [InlineData("list", "from: a, fields: [{ to: b, from: c }]")]
    [InlineData("address", "from: a, read: zoho, write: canonical")]
    [InlineData("customFields", "form: list, sections: [{ name: a, from: b }]")]
    public void Each_operation_has_the_same_members_in_both(string operation, string members)
    {
        IEnumerable<string> known = Known($"{{ to: x, operation: {operation}, {members}, zzz: 1 }}");
        var schema = Schema["$defs"]![$"field-{operation}"]!["properties"]!.AsObject().Select(member => member.Key);
        if (operation == "list")
            known = known.Append("parts").Append("where").Append("fields").Distinct();
        Assert.Equal(schema.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static string[] Known(string field)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "references"));
        foreach (var path in Directory.GetFiles(Path.Combine(Shipped.Folder, "references")))
            File.Copy(path, Path.Combine(folder.Path, "references", Path.GetFileName(path)));
        File.WriteAllText(Path.Combine(folder.Path, "one.yaml"),
            $"mapping: one\nversion: 1.0.0\nsource: s\ntarget: t\nfields:\n  - {field}\n");
        var problem = Assert.Single(Assert.Throws<MappingCatalogException>(() => MappingCatalog.Load(folder.Path)).Problems);
        return problem.Cure[(problem.Cure.IndexOf("Known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", ");
    }
}
