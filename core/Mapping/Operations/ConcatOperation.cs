using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>concat</c>: the sources that have a value, with a separator between them.</summary>
internal static class ConcatOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var paths = CopyOperation.Sources(field, "from", scope);
        var separator = field.Text("separator") ?? " ";
        if (paths.Length < 2)
            field.Wrong("from", null, "Concat joins at least two sources.", "Write 'from: [a, b]'.");
        return run => new Value(string.Join(
            separator, paths.Select(path => path.Read(run)).Where(value => value.Exists).Select(value => value.AsText().Trim())));
    }
}
