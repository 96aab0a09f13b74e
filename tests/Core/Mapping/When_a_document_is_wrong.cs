using Isthmus.Core.Mapping;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests;

public sealed class When_a_document_is_wrong : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_unknown_member_is_refused_with_its_place_and_the_nearest_known_one()
    {
        var problem = Assert.Single(Load("fields:\n  - { to: a, from: b, requird: true }"));
        Assert.StartsWith("one.yaml:6 fields[0]", problem.Path, StringComparison.Ordinal);
        Assert.Equal("requird", problem.Value);
        Assert.Contains("Did you mean 'required'?", problem.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- { to: a, from: b, operation: copi }", "copi", "Did you mean 'copy'?")]
    [InlineData("- { to: a, from: 'b..c' }", "b..c", "names with dots")]
    [InlineData("- { to: a, from: '@unknown' }", "@unknown", "under 'variables'")]
    [InlineData("- { to: a, operation: lookup, from: b, table: nowhere }", "nowhere", "Known here")]
    [InlineData("- { to: a, operation: lookup, from: b, table: colours, column: hexx }", "hexx", "Did you mean 'hex'?")]
    [InlineData("- { to: a, from: b, type: float }", "float", "decimal")]
    [InlineData("- { to: a, from: b, maxLength: ten }", "ten", "digits")]
    [InlineData("- { to: a, from: b, when: { path: c } }", "c", "Add equals")]
    [InlineData("- { to: a, from: b }\n  - { to: a.c, from: b }", "a.c", "another name")]
    [InlineData("- { to: a, operation: date, from: b, zone: Mars/Base }", "Mars/Base", "IANA")]
    [InlineData("- { to: a, operation: template, text: 'x {b' }", "x {b", "{path}")]
    public void Each_mistake_names_the_value_and_the_cure(string fields, string value, string cure)
    {
        var problem = Assert.Single(Load("fields:\n  " + fields));
        Assert.Equal(value, problem.Value);
        Assert.Contains(cure, problem.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_of_all_documents_are_told_at_once()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "two.yaml"), "mapping: two\nfields: [{ to: a }]\nextra: 1\n");
        File.WriteAllText(Path.Combine(_folder.Path, "broken.yaml"), "mapping: [");
        var problems = Load("fields:\n  - { from: b }");
        Assert.Equal(["broken.yaml", "one.yaml", "two.yaml"], problems.Select(p => p.Path.Split(':')[0]).Distinct());
        Assert.Equal(5, problems.Count(p => p.Path.StartsWith("two.yaml", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_that_is_missing_before_its_colon_is_told_with_a_line_near_it()
    {
        var problem = Assert.Single(Load("fields:\n  - { to: a, from: b }\n  - : date\n  - { to: c, from: d }"));
        Assert.Matches("^one.yaml:[78]$", problem.Path);
        Assert.Contains("no meaning", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_value_cannot_depend_on_itself()
    {
        var problem = Assert.Single(Load("values:\n  loop: { operation: sum, terms: [{ from: '@loop' }] }\nfields:\n  - { to: a, from: '@loop' }"));
        Assert.Equal("@loop", problem.Value);
    }

    [Fact]
    public void Two_documents_of_one_name_are_refused()
    {
        const string Text = "mapping: one\nversion: 1.0.0\nsource: s\ntarget: t\nfields: [{ to: a, from: b }]\n";
        File.WriteAllText(Path.Combine(_folder.Path, "two.yaml"), Text);
        Assert.Contains(Load("fields: [{ to: a, from: b }]"), problem =>
            problem.Message.Contains("Two documents", StringComparison.Ordinal));
    }

    private IReadOnlyList<DocumentProblem> Load(string rest)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "references"));
        File.WriteAllText(Path.Combine(_folder.Path, "references", "colours.yaml"),
            "table: colours\ncolumns: { hex: text }\nrows: { red: [f00] }\n");
        File.WriteAllText(Path.Combine(_folder.Path, "one.yaml"),
            $"mapping: one\nversion: 1.0.0\nsource: s\ntarget: t\n{rest}\n");
        return Assert.Throws<MappingCatalogException>(() => MappingCatalog.Load(_folder.Path)).Problems;
    }

    public void Dispose() => _folder.Dispose();
}
