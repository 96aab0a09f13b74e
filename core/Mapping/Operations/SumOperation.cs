using Isthmus.Core.Amounts;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>
/// <c>sum</c>: terms added and subtracted exactly; optionally counted in another unit, or only one side of zero.
/// </summary>
internal static class SumOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var terms = field.Nodes("terms").Select(node => SumTerm.Compile(node, scope)).ToArray();
        if (terms.Length == 0)
            field.Wrong("terms", null, "There is nothing to add up.", "Write 'terms: [{ from: a }, { from: b, minus: true }]'.");
        var omitZero = field.Flag("omitZero");
        var side = field.Text("only");
        if (side is not (null or "positive" or "negative"))
            field.Wrong("only", side, "There is no such side.",
                "Write positive (else zero) or negative (its absolute value, else zero).");
        var (decimals, exact) = (field.Whole("decimals"), field.Whole("exact"));
        var units = field.Has("currency") ? UnitConversion.Compile(field, scope) : null;
        return run =>
        {
            var sum = 0m;
            foreach (var term in terms)
            {
                if (!term.TryAdd(run, ref sum))
                    return Value.Failed;
            }
            sum = side switch
            {
                "positive" => Math.Max(sum, 0),
                "negative" => Math.Max(-sum, 0),
                _ => sum,
            };
            if (decimals is { } places)
                sum = MinorUnits.Round(sum, places);
            if (exact is { } held && MinorUnits.Round(sum, held) != sum)
                return Lost(run, sum, held);
            return sum == 0 && omitZero ? default : units?.Apply(run, sum, null) ?? new Value(sum);
        };
    }

    private static Value Lost(MappingRun run, decimal sum, int held)
    {
        run.Problem("", new Value(sum).AsText(), $"The target holds {held} decimals; the amount needs more.",
            "Correct the amounts in the source; nothing is rounded silently.");
        return Value.Failed;
    }
}
