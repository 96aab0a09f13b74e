using System.Text.Json;
using Isthmus.Core.Amounts;
using Isthmus.Core.Mapping.Conditions;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>One term: <c>from</c>, <c>times</c>, <c>minus</c>; for each element of <c>each</c> that <c>where</c> accepts.</summary>
internal sealed class SumTerm
{
    private readonly SourcePath[] _from;
    private readonly SourcePath? _times;
    private readonly SourcePath? _each;
    private readonly Condition? _where;
    private readonly int _sign;
    private readonly bool _ceiling;
    private readonly int? _decimals;

    private SumTerm(DocumentNode node, CompileScope scope)
    {
        _from = CopyOperation.Sources(node, "from", scope);
        if (_from.Length == 0)
            node.Wrong("from", null, "The term has no amount.", "Add 'from: PATH'.");
        _times = node.Text("times") is { } times ? scope.Path(node, "times", times) : null;
        _each = node.Text("each") is { } each ? scope.Path(node, "each", each) : null;
        _where = ConditionCompiler.Compile(node, "where", scope);
        _sign = node.Flag("minus") ? -1 : 1;
        _ceiling = node.Flag("ceiling");
        _decimals = node.Whole("decimals");
    }

    public static SumTerm Compile(DocumentNode node, CompileScope scope)
    {
        var term = new SumTerm(node, scope);
        node.Close();
        return term;
    }

    public bool TryAdd(MappingRun run, ref decimal sum)
    {
        if (_each is null)
            return (_where is not null && !_where(run)) || TryAddOne(run, ref sum);
        var list = _each.Element(run);
        if (list.ValueKind != JsonValueKind.Array)
            return true;
        var outer = run.Current;
        run.Enter(_each.Text, "");
        var index = 0;
        var added = true;
        foreach (var element in list.EnumerateArray())
        {
            run.Current = element;
            run.At(index++, 0);
            added &= (_where is not null && !_where(run)) || TryAddOne(run, ref sum);
        }
        run.Leave();
        run.Current = outer;
        return added;
    }

    private bool TryAddOne(MappingRun run, ref decimal sum)
    {
        if (!TryRead(run, _from, 0, out var amount))
            return false;
        if (_ceiling)
            amount = decimal.Ceiling(amount);
        if (_times is not null)
        {
            if (!TryRead(run, [_times], 1, out var factor))
                return false;
            amount *= factor;
        }
        sum += _sign * (_decimals is { } places ? MinorUnits.Round(amount, places) : amount);
        return true;
    }

    private static bool TryRead(MappingRun run, SourcePath[] paths, decimal absent, out decimal number)
    {
        number = absent;
        foreach (var path in paths)
        {
            var value = path.Read(run);
            if (value.Kind == ValueKind.Failed)
                return false;
            if (!value.Exists)
                continue;
            if (value.TryNumber(out number))
                return true;
            run.Problem(run.SourcePathOf(path), value.AsText(), "This is not a number.", "Correct it in the source.");
            return false;
        }
        return true;
    }
}
