using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>constant</c>: what the document says, whatever the record holds.</summary>
internal static class ConstantOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var value = field.Literal("value");
        if (!value.Exists)
            field.Wrong("value", null, "A constant needs a value.", "Add 'value: ...'.");
        return _ => value;
    }
}
