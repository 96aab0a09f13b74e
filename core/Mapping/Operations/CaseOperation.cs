using Isthmus.Core.Mapping.Conditions;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>case</c>: the first case whose condition holds, else <c>otherwise</c>.</summary>
internal static class CaseOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var cases = field.Nodes("cases").Select(node => One(node, scope)).ToArray();
        var otherwise = field.Literal("otherwise");
        if (cases.Length == 0)
            field.Wrong("cases", null, "There are no cases.", "Write 'cases: [{ when: ..., value: ... }]'.");
        return run =>
        {
            foreach (var (when, read) in cases)
            {
                if (when(run))
                    return read(run);
            }
            return otherwise;
        };
    }

    private static (Condition When, FieldReader Read) One(DocumentNode node, CompileScope scope)
    {
        var when = ConditionCompiler.Compile(node, "when", scope);
        if (when is null)
            node.Wrong("when", null, "A case needs a condition.", "Add 'when', or use 'otherwise'.");
        FieldReader read = node.Has("value") ? ConstantOperation.Compile(node, scope) : CopyOperation.Compile(node, scope);
        node.Close();
        return (when ?? (_ => false), read);
    }
}
