using System.Globalization;
using System.Text.Json;
using Isthmus.Core.Mapping.Paths;

namespace Isthmus.Core.Mapping.Running;

/// <summary>The state of one application of a mapping to one record.</summary>
internal sealed class MappingRun
{
    private readonly List<(string From, string To, int SourceIndex, int TargetIndex)> _lists = [];
    private readonly Dictionary<string, Value> _computed = [];
    private int _base;
    private List<MappingProblem>? _problems;
    private List<MappingProblem>? _warnings;

    public LazyWriter Out { get; } = new();
    public ExponentCache Exponents { get; } = new();

    /// <summary>The names of the custom fields being written; kept for reuse.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public bool InList => _lists.Count > _base;
    public JsonElement Root { get; private set; }
    public JsonElement Current { get; set; }
    public MappingContext Context { get; private set; } = MappingContext.Empty;
    public DeclaredNames Names { get; private set; } = DeclaredNames.None;
    public LineageTrace? Trace { get; set; }

    /// <summary>The field being made, for problems.</summary>
    public FieldTarget Field { get; set; } = FieldTarget.None;

    public IReadOnlyList<MappingProblem> Problems => _problems ?? (IReadOnlyList<MappingProblem>)[];
    public IReadOnlyList<MappingProblem> Warnings => _warnings ?? (IReadOnlyList<MappingProblem>)[];

    public void Begin(JsonElement source, MappingContext context, DeclaredNames names, LineageTrace? trace)
    {
        Root = Current = source;
        (Context, Names, Trace) = (context, names, trace);
        _problems = _warnings = null;
        _base = 0;
        _lists.Clear();
        _computed.Clear();
        Exponents.Clear();
        Out.Reset();
    }

    /// <summary>Lets go of the record, since runs are kept for the next one.</summary>
    public void Clear()
    {
        Root = Current = default;
        (Context, Trace, Field) = (MappingContext.Empty, null, FieldTarget.None);
    }

    public void Enter(string from, string to) => _lists.Add((from, to, 0, 0));

    public void Leave() => _lists.RemoveAt(_lists.Count - 1);

    public void At(int sourceIndex, int targetIndex)
    {
        var (from, to, _, _) = _lists[^1];
        _lists[^1] = (from, to, sourceIndex, targetIndex);
    }

    public Value Variable(string name)
    {
        if (Names.Computed.TryGetValue(name, out var reader))
            return Compute(name, reader);
        return name switch
        {
            "today" => new(Context.TimeProvider.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "index" => new(_lists.Count == _base ? 0m : _lists[^1].SourceIndex),
            "position" => new(_lists.Count == _base ? 0m : _lists[^1].TargetIndex),
            _ => new(Context.Variables.TryGetValue(name, out var value) ? value : Names.Variables.GetValueOrDefault(name)),
        };
    }

    // Explaining computes again, so that each field lists what stands behind the name.
    private Value Compute(string name, FieldReader reader)
    {
        if (Trace is null && _computed.TryGetValue(name, out var known))
            return known;
        var (current, lists) = (Current, _base);
        (Current, _base) = (Root, _lists.Count);
        var value = _computed[name] = reader(this);
        (Current, _base) = (current, lists);
        return value;
    }

    public void Problem(string path, string? value, string message, string cure, string? missingIn = null) =>
        (_problems ??= []).Add(new(path, TargetPath(Field.Path), Shown(value), message, cure) { MissingIn = missingIn });

    public void Warning(string path, string? value, string message, string cure) =>
        (_warnings ??= []).Add(new(path, TargetPath(Field.Path), Shown(value), message, cure));

    /// <summary>A value as people may see it: short, and masked when the field is personal.</summary>
    public string? Shown(string? value) => value is null ? null
        : Field.Personal ? $"(personal, {value.Length} characters)"
        : value.Length > 80 ? value[..79] + "…" : value;

    public string SourcePathOf(SourcePath path) => path.Scope switch
    {
        PathScope.Current when _lists.Count > _base => Join(Prefix(source: true), path.Text),
        _ => path.Text,
    };

    public string TargetPath(string path) => _lists.Count == 0 ? path : Join(Prefix(source: false), path);

    private static string Join(string prefix, string path) =>
        path is "" or "." ? prefix : prefix.Length == 0 ? path : $"{prefix}.{path}";

    private string Prefix(bool source)
    {
        var prefix = "";
        for (var i = source ? _base : 0; i < _lists.Count; i++)
        {
            var list = _lists[i];
            var (name, index) = source ? (list.From, list.SourceIndex) : (list.To, list.TargetIndex);
            prefix = name.Length == 0 ? prefix : Join(prefix, $"{name}[{index}]");
        }
        return prefix;
    }
}
