using System.Text.Json;
using Isthmus.Core.Amounts;
using Isthmus.Core.Mapping.Conditions;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>
/// One term: <c>from</c>, in main units when <c>currency</c> is named, rounded to <c>fromDecimals</c>, times every factor of
/// <c>times</c>, rounded to <c>decimals</c> or to the decimals of the currency at <c>decimalsOf</c>; for each element of
/// <c>each</c> that <c>where</c> accepts.
/// </summary>
internal sealed class SumTerm
{
    private readonly SourcePath[] _from;
    private readonly SourcePath[] _times;
    private readonly SourcePath? _each;
    private readonly Condition? _where;
    private readonly int _sign;
    private readonly bool _ceiling;
    private readonly int? _fromDecimals;
    private readonly int? _decimals;
    private readonly Func<MappingRun, int?>? _decimalsOf;
    private readonly decimal _share;
    private readonly UnitConversion? _units;

    private SumTerm(DocumentNode node, CompileScope scope)
    {
        _from = CopyOperation.Sources(node, "from", scope);
        if (_from.Length == 0)
            node.Wrong("from", null, "The term has no amount.", "Add 'from: PATH'.");
        _times = CopyOperation.Sources(node, "times", scope);
        _share = node.Flag("percent") ? 0.01m : 1m;
        _units = node.Has("currency") ? UnitConversion.ToDecimals(node, scope) : null;
        _each = node.Text("each") is { } each ? scope.Path(node, "each", each) : null;
        _where = ConditionCompiler.Compile(node, "where", scope);
        _sign = node.Flag("minus") ? -1 : 1;
        _ceiling = node.Flag("ceiling");
        _decimalsOf = node.Has("decimalsOf") ? CurrencySource.Decimals(node, "decimalsOf", scope) : null;
        _fromDecimals = node.Whole("fromDecimals");
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
        if (!TryRead(run, _from, out var amount))
            return false;
        if (_units is not null && !_units.Apply(run, amount, _from[0]).TryNumber(out amount))
            return false;
        if (_ceiling)
            amount = decimal.Ceiling(amount);
        amount = Rounded(amount, _fromDecimals) * _share;
        foreach (var path in _times)
        {
            var read = TryRead(run, path, out var factor);
            if (read is null)
                return false;
            amount *= factor;
        }
        sum += _sign * Rounded(amount, _decimalsOf is null ? _decimals : _decimalsOf(run));
        return true;
    }

    private static decimal Rounded(decimal amount, int? decimals) =>
        decimals is { } places && amount.Scale > places ? MinorUnits.Round(amount, places) : amount;

    private static bool TryRead(MappingRun run, SourcePath[] paths, out decimal number)
    {
        number = 0;
        foreach (var path in paths)
        {
            var read = TryRead(run, path, out number);
            if (read is not false)
                return read is true;
        }
        return true;
    }

    // True: a number; false: nothing there; null: something that is no number, which was reported.
    private static bool? TryRead(MappingRun run, SourcePath path, out decimal number)
    {
        var value = path.Read(run);
        number = 0;
        if (value.Kind == ValueKind.Failed)
            return null;
        if (!value.Exists)
            return false;
        if (value.TryNumber(out number))
            return true;
        run.Problem(run.SourcePathOf(path), value.AsText(), "This is not a number.", "Correct it in the source.");
        return null;
    }
}
