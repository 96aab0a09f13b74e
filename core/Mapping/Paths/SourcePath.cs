using System.Text;
using System.Text.Json;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Paths;

internal enum PathScope
{
    /// <summary>The element that the innermost list is at; the record itself outside lists.</summary>
    Current,
    /// <summary><c>$.</c>: the record itself.</summary>
    Root,
    /// <summary><c>@</c>: a variable.</summary>
    Variable,
}

/// <summary>A place in the source, compiled: <c>a.b[0].c</c>, <c>$.a</c>, <c>.</c>, <c>@name</c>.</summary>
internal sealed class SourcePath
{
    private readonly Step[] _steps;

    private SourcePath(string text, PathScope scope, string name, Step[] steps) =>
        (Text, Scope, Name, _steps) = (string.Intern(text), scope, name, steps);

    public string Text { get; }
    public PathScope Scope { get; }
    public string Name { get; }

    public static SourcePath? TryParse(string text)
    {
        if (text.StartsWith('@'))
            return text.Length > 1 ? new(text, PathScope.Variable, text[1..], []) : null;
        var root = text == "$" || text.StartsWith("$.", StringComparison.Ordinal);
        var rest = root ? text.Length > 2 ? text[2..] : "" : text == "." ? "" : text;
        var steps = new List<Step>();
        foreach (var part in rest.Length == 0 ? [] : rest.Split('.'))
        {
            if (!TryParsePart(part, steps))
                return null;
        }
        return new(text, root ? PathScope.Root : PathScope.Current, "", [.. steps]);
    }

    public Value Read(MappingRun run)
    {
        var value = Scope == PathScope.Variable ? run.Variable(Name) : new Value(Element(run));
        if (run.Trace is { } trace && value.Exists)
            trace.Read(run.SourcePathOf(this), run.Shown(value.AsText()));
        return value;
    }

    /// <summary>The element there, or <c>default</c> when there is none.</summary>
    public JsonElement Element(MappingRun run) => Element(Scope == PathScope.Root ? run.Root : run.Current);

    public JsonElement Element(JsonElement from)
    {
        foreach (var step in _steps)
        {
            if (step.Name is { } name)
            {
                if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from))
                    return default;
            }
            else
            {
                if (from.ValueKind != JsonValueKind.Array || from.GetArrayLength() <= step.Index)
                    return default;
                from = from[step.Index];
            }
        }
        return from;
    }

    private static bool TryParsePart(string part, List<Step> steps)
    {
        var bracket = part.IndexOf('[');
        var name = bracket < 0 ? part : part[..bracket];
        if (name.Length == 0 || name.Any(c => char.IsWhiteSpace(c) || c is ']' or '$' or '@'))
            return false;
        steps.Add(new(Encoding.UTF8.GetBytes(name), 0));
        if (bracket < 0)
            return true;
        if (!part.EndsWith(']') || !int.TryParse(part[(bracket + 1)..^1], out var index) || index < 0)
            return false;
        steps.Add(new(null, index));
        return true;
    }

    private readonly record struct Step(byte[]? Name, int Index);
}
