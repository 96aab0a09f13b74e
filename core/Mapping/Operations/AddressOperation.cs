using Isthmus.Core.Addresses;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>address</c>: the first source object that has an address, standardised and fitted to a format's fields.</summary>
internal static class AddressOperation
{
    public static Emitter Compile(DocumentNode field, FieldTarget target, string leaf, CompileScope scope)
    {
        var read = AddressReader.Compile(field, scope);
        var format = Formats(field, scope);
        var truncate = field.Text("overflow") switch
        {
            null or "error" => false,
            "truncate" => true,
            var other => field.Wrong("overflow", other, "There is no such policy.", "Write error or truncate."),
        };
        var needed = field.Flag("required");
        if (read is null || format is null)
            return _ => false;
        var standard = new AddressStandard(scope.Tables);
        return run =>
        {
            if (read.Read(run) is not { } address)
            {
                if (needed)
                    run.Problem(read.Shown(run), null, "An address is required, and the source has none.",
                        "Add it in the source system.");
                return false;
            }
            var fitted = standard.Fit(address, format(run));
            Report(run, read, fitted, truncate);
            foreach (var (name, text) in fitted.Values)
                run.Out.Property(name).WriteStringValue(text);
            if (run.Trace is { } trace)
                fitted.Values.ToList().ForEach(value =>
                    trace.Made(run, target.Path.Length == 0 ? value.Field : $"{target.Path}.{value.Field}", value.Text, false));
            return fitted.Values.Count > 0;
        };
    }

    private static void Report(MappingRun run, AddressReader read, FittedAddress fitted, bool truncate)
    {
        foreach (var loss in fitted.Losses)
        {
            if (truncate && loss.Field != "country")
                run.Warning(read.Shown(run), loss.Text, $"{loss.Field}: {loss.Message}", "It was shortened.");
            else
                run.Problem(loss.Field == "country" ? read.ShownCountry(run) : read.Shown(run), loss.Text,
                    $"{loss.Field}: {loss.Message}",
                    loss.Field == "country"
                        ? "Correct it, or add the name to mappings/references/country-names.yaml." : "Shorten it in the source.");
        }
    }

    private static Func<MappingRun, AddressFormat>? Formats(DocumentNode field, CompileScope scope)
    {
        var name = field.Required("write", "Name the format of the target, from mappings/references/address-formats.yaml.");
        if (scope.Table(field, "operation", AddressFormat.TableName, null) is not { } table)
            return null;
        var by = field.Text("release") is { } release ? scope.Path(field, "release", release) : null;
        if (AddressFormat.Find(table, name) is not { } usual)
        {
            field.Wrong("write", name,
                "There is no such address format.", Spelling.Cure(name, [.. table.Rows.Select(row => row.Key)]));
            return null;
        }
        if (by is null)
            return _ => usual;
        var special = table.Rows.Where(row => row.Key.StartsWith(name + "-", StringComparison.Ordinal))
            .ToDictionary(row => row.Key[(name.Length + 1)..], row => AddressFormat.Find(table, row.Key)!);
        return run => special.GetValueOrDefault(by.Read(run).AsText(), usual);
    }
}
