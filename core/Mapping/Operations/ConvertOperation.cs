using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>convert</c>: a copy whose type must be stated; Y/N flags through <c>yes</c> and <c>no</c>.</summary>
internal static class ConvertOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var read = CopyOperation.Compile(field, scope);
        var (yes, no) = (field.Literal("yes"), field.Literal("no"));
        if (yes.Exists != no.Exists)
            field.Wrong(yes.Exists ? "no" : "yes", null, "A flag needs both words.", "Add 'yes: Y' and 'no: N'.");
        if (!yes.Exists && !field.Has("type"))
        {
            field.Wrong("type", null, "The field does not say what to convert to.",
                "Add 'type', one of " + string.Join(", ", Shape.Types) + ".");
        }
        if (!yes.Exists)
            return read;
        return run => read(run) switch
        {
            { Exists: false } nothing => nothing,
            { IsFlag: true } flag => flag.AsText() == "true" ? yes : no,
            var value => value.AsText().ToLowerInvariant() is "true" or "yes" or "y" or "1" ? yes : no,
        };
    }
}
