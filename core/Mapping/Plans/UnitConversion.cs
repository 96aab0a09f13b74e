using Isthmus.Core.Amounts;
using Isthmus.Core.Currencies;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>
/// How amounts are counted in the source (<c>read</c>) and in the target (<c>write</c>): minor units, decimals, or a
/// vendor's own count of minor units.
/// </summary>
internal sealed class UnitConversion
{
    private readonly CurrencySource _currency;
    private readonly CurrencyTable? _read;
    private readonly CurrencyTable? _write;
    private readonly bool _fraction;
    private readonly bool _rounded;
    private readonly int? _decimals;

    private UnitConversion(CurrencySource currency, CurrencyTable? read, CurrencyTable? write, bool fraction, bool rounded,
        int? decimals) =>
        (_currency, _read, _write, _fraction, _rounded, _decimals) = (currency, read, write, fraction, rounded, decimals);

    public static UnitConversion? Compile(DocumentNode field, CompileScope scope)
    {
        if (scope.Table(field, "operation", CurrencyTable.TableName, null) is not { } table)
            return null;
        CurrencyTable? Unit(string member)
        {
            var unit = field.Text(member) ?? "minor";
            if (unit is "minor" or "decimal" || table.Columns.Skip(1).Contains(unit))
                return unit == "decimal" ? null : scope.Currencies(field, member, unit);
            field.Wrong(member, unit, "There is no such unit.", Spelling.Cure(unit, ["minor",
                "decimal", .. table.Columns.Skip(1)]));
            return null;
        }
        return new(CurrencySource.Compile(field, "currency", scope), Unit("read"), Unit("write"), field.Flag("fraction"),
            field.Flag("rounded"), field.Whole("decimals"));
    }

    /// <summary>Minor units of the field's <c>currency</c> in main units.</summary>
    public static UnitConversion? ToDecimals(DocumentNode field, CompileScope scope) =>
        scope.Currencies(field, "currency", "minor") is { } currencies
            ? new(CurrencySource.Compile(field, "currency", scope), currencies, null, true, false, null)
            : null;

    /// <summary>Converts; reports a remainder that would be lost, and an unknown currency.</summary>
    public Value Apply(MappingRun run, decimal amount, SourcePath? path)
    {
        if (_read is null && _write is null)
            return new Value(amount);
        if (_currency.Exponent(run, _read ?? _write!) is not { } first)
            return Value.Failed;
        var decimals = _read is null ? amount : MinorUnits.ToDecimal(amount, first);
        if (_write is null)
            return Written(run, decimals, path);
        var exponent = _read is null ? first : _currency.Exponent(run, _write) ?? first;
        var minor = MinorUnits.FromDecimal(decimals, exponent);
        if (_rounded)
            minor = MinorUnits.Round(minor, 0);
        if (Math.Abs(minor) > long.MaxValue)
            return Lost(run, amount, path, "The amount is too large.");
        if (!_fraction && decimal.Truncate(minor) != minor)
            return Lost(run, amount, path, $"The amount has more than the {exponent} decimals of its currency.");
        return new Value(_fraction ? minor / 1.000000000000000000000000000m : decimal.Truncate(minor));
    }

    private Value Written(MappingRun run, decimal amount, SourcePath? path)
    {
        if (_decimals is not { } places || amount.Scale <= places)
            return new Value(amount);
        var rounded = MinorUnits.Round(amount, places);
        return rounded == amount || _fraction
            ? new Value(rounded)
            : Lost(run, amount, path, $"The target holds {places} decimals; the amount needs more.");
    }

    private static Value Lost(MappingRun run, decimal amount, SourcePath? path, string message)
    {
        run.Problem(path is null ? "" : run.SourcePathOf(path), new Value(amount).AsText(), message, "Correct the amount in the source; nothing is rounded silently.");
        return Value.Failed;
    }
}
