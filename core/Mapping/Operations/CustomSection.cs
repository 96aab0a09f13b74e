using System.Text.Json;
using Isthmus.Core.Mapping.Conditions;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>
/// One source of custom fields: a single named one, or all members of an object, renamed by a table or a prefix.
/// </summary>
internal sealed class CustomSection
{
    private readonly SourcePath[] _from;
    private readonly string? _name;
    private readonly string _prefix;
    private readonly string? _startsWith;
    private readonly string[] _endsNot;
    private readonly HashSet<string> _except;
    private readonly TableLookup? _rename;
    private readonly Condition? _when;

    private CustomSection(DocumentNode node, CompileScope scope)
    {
        _from = CopyOperation.Sources(node, "from", scope);
        _name = node.Text("name");
        _prefix = node.Text("prefix") ?? "";
        _startsWith = node.Text("startsWith");
        _endsNot = [.. node.Texts("endsNot")];
        _except = [.. node.Texts("except")];
        _when = ConditionCompiler.Compile(node, "when", scope);
        if (_from.Length == 0)
            node.Wrong("from", null, "The section does not say where its fields are.", "Add 'from: PATH'.");
        if (node.Text("table") is { } table)
            _rename = TableReader.Compile(node, "table", table, node.Text("column"), scope);
    }

    public static CustomSection Compile(DocumentNode node, CompileScope scope)
    {
        var section = new CustomSection(node, scope);
        node.Close();
        return section;
    }

    public void Each(MappingRun run, Action<string, Value> add)
    {
        if (_when is not null && !_when(run))
            return;
        if (_name is not null)
        {
            run.Trace?.Begin();
            if (CopyOperation.First(_from)(run) is { Exists: true } value)
                add(_name, value);
            return;
        }
        foreach (var path in _from)
        {
            var json = path.Element(run);
            if (json.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var member in json.EnumerateObject())
            {
                if (NameOf(run, member.Name) is not { } name || Value.IsBlank(member.Value))
                    continue;
                run.Trace?.Begin();
                run.Trace?.Read($"{run.SourcePathOf(path)}.{member.Name}", run.Shown(new Value(member.Value).AsText()));
                add(name, new Value(member.Value));
            }
        }
    }

    private string? NameOf(MappingRun run, string name)
    {
        if (_except.Contains(name) || Array.Exists(_endsNot, end => name.EndsWith(end, StringComparison.Ordinal)))
            return null;
        if (_startsWith is not null && !name.StartsWith(_startsWith, StringComparison.Ordinal))
            return null;
        return _rename is null ? _prefix + name : _rename(run, name);
    }
}
