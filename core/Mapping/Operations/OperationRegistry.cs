using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>Compiles an operation that makes one scalar.</summary>
internal delegate FieldReader ValueOperation(DocumentNode field, CompileScope scope);

/// <summary>An operation that writes an object, a list or several members.</summary>
/// <param name="Spreads">True when it writes members into the object that <c>to</c> names, rather than one property.</param>
/// <param name="Compile">Field, target, property name and scope to the code that writes.</param>
internal sealed record StructureOperation(
    Func<DocumentNode, bool> Spreads, Func<DocumentNode, FieldTarget, string, CompileScope, Emitter> Compile);

/// <summary>Every operation of the language, by name.</summary>
internal static class OperationRegistry
{
    public static IReadOnlyDictionary<string, ValueOperation> Values { get; } = new Dictionary<string, ValueOperation>
    {
        ["copy"] = CopyOperation.Compile,
        ["constant"] = ConstantOperation.Compile,
        ["concat"] = ConcatOperation.Compile,
        ["split"] = SplitOperation.Compile,
        ["template"] = TemplateOperation.Compile,
        ["lookup"] = LookupOperation.Compile,
        ["convert"] = ConvertOperation.Compile,
        ["date"] = DateOperation.Compile,
        ["case"] = CaseOperation.Compile,
        ["money"] = MoneyOperation.Compile,
        ["sum"] = SumOperation.Compile,
        ["currency"] = CurrencyOperation.Compile,
        ["status"] = StatusOperation.Compile,
    };

    public static IReadOnlyDictionary<string, StructureOperation> Structures { get; } = new Dictionary<string, StructureOperation>
    {
        ["list"] = new(_ => false, ListOperation.Compile),
        ["address"] = new(_ => true, AddressOperation.Compile),
        ["customFields"] = new(CustomFieldsOperation.Spreads, CustomFieldsOperation.Compile),
    };

    public static IReadOnlyCollection<string> Names { get; } = [.. Values.Keys, .. Structures.Keys];
}
