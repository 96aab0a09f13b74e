using Isthmus.Core.Mapping.Conditions;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Operations;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>Turns the <c>fields</c> of a document, or of a list, into a plan.</summary>
internal static class FieldCompiler
{
    public static ObjectPlan Compile(IReadOnlyList<DocumentNode> fields, CompileScope scope)
    {
        var plan = new ObjectPlan();
        foreach (var field in fields)
        {
            if (TryAdd(plan, field, scope))
                field.Close();
        }
        plan.Freeze();
        return plan;
    }

    /// <summary>Compiles what a document computes under a name, outside the target.</summary>
    public static FieldReader CompileValue(DocumentNode field, CompileScope scope)
    {
        var operation = OperationName(field);
        if (!OperationRegistry.Values.TryGetValue(operation, out var compile))
        {
            field.Wrong("operation", operation,
                "This operation makes no single value.", Spelling.Cure(operation, [.. OperationRegistry.Values.Keys]));
            return _ => default;
        }
        var (read, when) = (compile(field, scope), ConditionCompiler.Compile(field, "when", scope));
        var fallback = field.Literal("default");
        var shape = Shape.Compile(field, scope);
        field.Close();
        return run =>
        {
            var value = when is null || when(run) ? read(run) : default;
            return value.Exists ? shape.Apply(run, value, null) : value.Kind == ValueKind.Failed ? value : fallback;
        };
    }

    private static bool TryAdd(ObjectPlan plan, DocumentNode field, CompileScope scope)
    {
        var to = field.Required("to", "Name the field of the target.");
        var operation = OperationName(field);
        var target = new FieldTarget(to == "." ? "" : to, operation, field.Flag("personal"));
        var when = ConditionCompiler.Compile(field, "when", scope);
        if (OperationRegistry.Values.TryGetValue(operation, out var value))
            AddValue(plan, field, target, value(field, scope), when, scope);
        else if (OperationRegistry.Structures.TryGetValue(operation, out var structure))
            AddStructure(plan, field, target, structure, when, scope);
        else
            return field.Wrong("operation", operation,
                "There is no such operation.", Spelling.Cure(operation, OperationRegistry.Names));
        return true;
    }

    private static string OperationName(DocumentNode field) =>
        field.Text("operation") ?? (field.Has("value") ? "constant" : field.Has("text") ? "template" : "copy");

    private static void AddValue(
        ObjectPlan plan, DocumentNode field, FieldTarget target, FieldReader read, Condition? when, CompileScope scope)
    {
        var (owner, leaf) = Owner(plan, field, target.Path);
        var source = field.Asked("from") && field.Texts("from") is [var first, ..] ? SourcePath.TryParse(first) : null;
        var made = new ValueField(JsonText.Name(leaf), target, read, Shape.Compile(field, scope), when,
            field.Literal("default"), field.Flag("required"), field.Text("cure"), source);
        if (owner is not null && !owner.TryAdd(leaf, made.Emit))
            Clash(field, target.Path);
    }

    private static void AddStructure(
        ObjectPlan plan, DocumentNode field, FieldTarget target, StructureOperation operation, Condition? when,
            CompileScope scope)
    {
        var spread = operation.Spreads(field);
        var (owner, leaf) = Owner(plan, field, spread ? target.Path + "." : target.Path);
        var emit = operation.Compile(field, target, leaf, scope);
        bool Guarded(MappingRun run)
        {
            run.Field = target;
            run.Trace?.Begin();
            return (when is null || when(run)) && emit(run);
        }
        if (spread)
            owner?.AddSpread(Guarded);
        else if (owner is not null && !owner.TryAdd(leaf, Guarded))
            Clash(field, target.Path);
    }

    private static (ObjectPlan? Owner, string Leaf) Owner(ObjectPlan plan, DocumentNode field, string to)
    {
        var names = to.Split('.');
        var owner = plan;
        foreach (var name in names[..^1].Where(name => name.Length > 0))
        {
            if (owner.Child(name) is not { } child)
            {
                Clash(field, to);
                return (null, names[^1]);
            }
            owner = child;
        }
        return (owner, names[^1]);
    }

    private static void Clash(DocumentNode field, string to) =>
        field.Wrong("to", to, "Another field makes a single value of the same place.", "Give one of them another name.");
}
