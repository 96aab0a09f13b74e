using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>lookup</c>: the row of a table that has the source's value as its key.</summary>
internal static class LookupOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var paths = CopyOperation.Sources(field, "from", scope);
        var read = CopyOperation.First(paths);
        var name = field.Required("table", "Name the table.");
        var missing = field.Text("missing") ?? "error";
        if (missing is not ("error" or "default" or "pass"))
            field.Wrong("missing", missing, "There is no such policy.", "Write error, default or pass (the key itself).");
        if (paths.Length == 0)
            field.Wrong("from", null, "The lookup does not say what to look up.", "Add 'from: PATH'.");
        if (TableReader.Compile(field, "table", name, field.Text("column"), scope) is not { } find)
            return _ => default;
        return run =>
        {
            var key = read(run);
            if (!key.Exists)
                return key;
            var text = key.AsText();
            if (find(run, text) is { Length: > 0 } found)
                return new Value(found);
            if (missing == "pass")
                return key;
            if (missing == "default")
                return default;
            run.Problem(CopyOperation.Shown(run, paths), text, $"The table '{name}' does not know this value.",
                $"Add it to '{name}', or correct it in the source.", name);
            return Value.Failed;
        };
    }
}
