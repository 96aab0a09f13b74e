using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>copy</c>: the first of the named sources that has a value.</summary>
internal static class CopyOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var paths = Sources(field, "from", scope);
        if (paths.Length == 0)
            field.Wrong("from", null, "The field does not say where it comes from.", "Add 'from: PATH' or another operation.");
        return First(paths);
    }

    public static SourcePath[] Sources(DocumentNode field, string member, CompileScope scope) =>
        [.. field.Texts(member).Select(text => scope.Path(field, member, text))];

    public static FieldReader First(SourcePath[] paths)
    {
        if (paths is [var single])
            return single.Read;
        return run =>
        {
            foreach (var path in paths)
            {
                if (path.Read(run) is { Exists: true } value)
                    return value;
            }
            return default;
        };
    }

    /// <summary>How problems name the source: the first path, with positions.</summary>
    public static string Shown(MappingRun run, SourcePath[] paths) => paths.Length == 0 ? "" : run.SourcePathOf(paths[0]);
}
