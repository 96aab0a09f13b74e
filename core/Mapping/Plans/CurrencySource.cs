using Isthmus.Core.Currencies;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>The currency that an operation counts in, and its decimals under one convention or another.</summary>
internal sealed class CurrencySource(SourcePath path)
{
    public static CurrencySource Compile(DocumentNode field, string member, CompileScope scope) => new(
        scope.Path(field, member, field.Required(member, "Name the place of the currency code, such as 'currency: currency'.")));

    /// <summary>The ISO decimals of the currency at a place.</summary>
    public static Func<MappingRun, int?>? Decimals(DocumentNode field, string member, CompileScope scope)
    {
        if (scope.Currencies(field, member, "minor") is not { } currencies)
            return null;
        var source = Compile(field, member, scope);
        return run => source.Exponent(run, currencies);
    }

    public string Code(MappingRun run) => path.Read(run).AsText().ToUpperInvariant();

    public int? Exponent(MappingRun run, CurrencyTable table)
    {
        // Outside lists, and from the record's top, a place holds one currency throughout a run.
        var fixedPlace = run.Trace is null && (path.Scope != PathScope.Current || !run.InList);
        if (fixedPlace && run.Exponents.Find(path.Text, table) is { } known)
            return known;
        var value = path.Read(run);
        var exponent = value.Kind == ValueKind.Json ? table.Exponent(value.Json) : table.Exponent(value.AsText());
        if (exponent is null)
            run.Problem(run.SourcePathOf(path), value.Exists ? value.AsText() : null, "This is not a known currency.",
                "Use an ISO 4217 code, or add it to mappings/references/currencies.yaml.", CurrencyTable.TableName);
        else if (fixedPlace)
            run.Exponents.Add(path.Text, table, exponent.Value);
        return exponent;
    }
}
