using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>
/// How long a text may be, and what to do with a longer one. The limit may depend on a variable, such as a release.
/// </summary>
internal sealed class LengthLimit
{
    private readonly int _usual;
    private readonly SourcePath? _by;
    private readonly Dictionary<string, int> _cases = [];
    private readonly bool _truncate;

    private LengthLimit(int usual, SourcePath? by, bool truncate) =>
        (_usual, _by, _truncate, Smallest) = (usual, by, truncate, usual);

    public int Smallest { get; private set; }

    public static LengthLimit? Compile(DocumentNode field, CompileScope scope)
    {
        var truncate = field.Text("overflow") switch
        {
            null or "error" => false,
            "truncate" => true,
            var other => field.Wrong("overflow", other, "There is no such policy.", "Write error or truncate."),
        };
        if (!field.Has("maxLength"))
            return null;
        if (!field.IsMap("maxLength"))
            return field.Whole("maxLength") is { } length ? new(length, null, truncate) : null;
        var node = field.Node("maxLength")!;
        var by = scope.Path(node, "by", node.Required("by", "Name the variable that decides, such as @release."));
        var limit = new LengthLimit(node.Whole("default") ?? int.MaxValue, by, truncate);
        foreach (var name in node.Names.Except(["by", "default"]))
            limit._cases[name] = node.Whole(name) ?? int.MaxValue;
        limit.Smallest = limit._cases.Values.Append(limit._usual).Min();
        node.Close();
        return limit;
    }

    public Value Apply(MappingRun run, Value value, SourcePath? source)
    {
        var text = value.AsText();
        var limit = _by is not null && _cases.TryGetValue(_by.Read(run).AsText(), out var special) ? special : _usual;
        if (text.Length <= limit)
            return value;
        var path = source is null ? "" : run.SourcePathOf(source);
        var message = $"{text.Length} characters; the target holds {limit}.";
        if (!_truncate)
        {
            run.Problem(path, text, message, "Shorten it in the source, or let the mapping truncate it (overflow: truncate).");
            return Value.Failed;
        }
        run.Warning(path, text, message, "It was shortened.");
        return new(WholeCharacters.Begin(text, limit).TrimEnd());
    }
}
