using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>money</c>: an amount counted in another unit, exactly.</summary>
internal static class MoneyOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var sources = CopyOperation.Sources(field, "from", scope);
        var read = CopyOperation.First(sources);
        if (sources.Length == 0)
            field.Wrong("from", null, "The field does not say where the amount is.", "Add 'from: PATH'.");
        if (UnitConversion.Compile(field, scope) is not { } units)
            return _ => default;
        return run =>
        {
            var value = read(run);
            if (!value.Exists)
                return value;
            if (value.TryNumber(out var amount))
                return units.Apply(run, amount, sources[0]);
            run.Problem(CopyOperation.Shown(run, sources), value.AsText(), "This is not an amount.", "Correct it in the source.");
            return Value.Failed;
        };
    }
}
