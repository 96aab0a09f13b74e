using Isthmus.Core.Mapping;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.References;

namespace Isthmus.Fuzz;

/// <summary>Mapping documents that somebody edited: used, or refused with every mistake named.</summary>
internal sealed class MappingDocumentTarget : Target
{
    private readonly string folder = Directory.CreateTempSubdirectory("isthmus-fuzz-").FullName;
    private readonly List<byte[]> documents = [];
    private ReferenceTables tables = null!;

    public override string Name => "mapping-document";

    public override int Share => 60;

    public override Task OpenAsync()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "mappings");
        tables = ReferenceTables.Load(Path.Combine(shipped, "references"));
        documents.AddRange(Directory.GetFiles(shipped, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
        return Task.CompletedTask;
    }

    public override Input Make(Dice dice)
    {
        var document = dice.One(documents);
        return dice.Below(12) switch
        {
            0 => new Input(document, Valid: true),
            1 => new Input(Nested(dice)),
            2 or 3 or 4 => new Input(Spliced(document, dice)),
            _ => new Input(ByteMutations.Of(document, dice)),
        };
    }

    public override ValueTask<string?> TryAsync(Input input)
    {
        var path = Path.Combine(folder, $"{Environment.CurrentManagedThreadId}.yaml");
        File.WriteAllBytes(path, input.Bytes);
        var problems = new ProblemList();
        var mapping = MappingReader.Read(path, "document.yaml", tables, problems);
        if (input.Valid && mapping is null) return new($"A shipped document is refused: {string.Join(' ', problems.All)}");
        if (mapping is null && problems.All.Count == 0) return new("The document is refused without a reason.");
        mapping?.Apply(default, MappingContext.Empty);
        return new((string?)null);
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A value is replaced by another value of the language, so that the document stays YAML.</summary>
    private static string Spliced(byte[] document, Dice dice)
    {
        var lines = System.Text.Encoding.UTF8.GetString(document).Split('\n');
        var at = dice.Below(lines.Length);
        var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) lines[at] = lines[dice.Below(lines.Length)];
        else lines[at] = lines[at][..(colon + 2)] + dice.One((string[])
        [
            "{ }", "[ ]", "~", "-1", "1e400", "[[[]]]", "{ a: { b: c } }", "'@today'", "lines[0].sku", "$.x",
            "\"\\0\"", "*x", "&x y", "!!int z", "|", OddTexts.Any(dice)
        ]);
        return string.Join('\n', lines);
    }

    private static string Nested(Dice dice)
    {
        var depth = dice.Below(dice.OnceIn(4) ? 20_000 : 200);
        return dice.OnceIn(2) ? "fields: " + new string('[', depth) + new string(']', depth)
            : "when: " + string.Concat(Enumerable.Repeat("{ not: ", depth)) + "x" + new string('}', depth);
    }
}
