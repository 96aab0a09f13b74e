using System.Text.Json;
using Isthmus.Core.Mapping.Conditions;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>list</c>: one element for each element of the source, in one or several parts.</summary>
internal static class ListOperation
{
    public static Emitter Compile(DocumentNode field, FieldTarget target, string leaf, CompileScope scope)
    {
        var parts = field.Has("parts")
            ? field.Nodes("parts").Select(part => Closed(part, target, scope)).ToArray()
            : [Part.Compile(field, target, null, scope)];
        var (name, required, cure) = (JsonText.Name(leaf), field.Flag("required"), field.Text("cure"));
        return run =>
        {
            run.Out.Begin(name, array: true);
            var count = 0;
            foreach (var part in parts)
                part.Emit(run, ref count);
            run.Out.End();
            run.Field = target;
            if (count == 0 && required)
                run.Problem(parts[0].Source is { } source ? run.SourcePathOf(source) : "", null,
                    "At least one element is required, and the source has none.", cure ?? "Add one in the source system.");
            return count > 0;
        };
    }

    private static Part Closed(DocumentNode node, FieldTarget target, CompileScope scope)
    {
        var part = Part.Compile(node, target, ConditionCompiler.Compile(node, "when", scope), scope);
        node.Close();
        return part;
    }

    private sealed record Part(SourcePath? Source, string Target, Condition? When, Condition? Where, ObjectPlan Plan)
    {
        public static Part Compile(DocumentNode node, FieldTarget target, Condition? when, CompileScope scope)
        {
            var source = node.Text("from") is { } text ? scope.Path(node, "from", text) : null;
            var fields = node.Nodes("fields");
            if (fields.Count == 0)
                node.Wrong("fields", null, "The list does not say what its elements hold.", "Add 'fields'.");
            var where = ConditionCompiler.Compile(node, "where", scope);
            return new(source, target.Path, when, where, FieldCompiler.Compile(fields, scope));
        }

        public void Emit(MappingRun run, ref int count)
        {
            if (When is not null && !When(run))
                return;
            var outer = run.Current;
            var elements = Source?.Element(run) ?? outer;
            run.Enter(Source?.Text ?? "", Target);
            if (Source is not null && elements.ValueKind == JsonValueKind.Array)
            {
                var index = 0;
                foreach (var element in elements.EnumerateArray())
                    Emit(run, element, index++, ref count);
            }
            else if (elements.ValueKind == JsonValueKind.Object)
            {
                Emit(run, elements, 0, ref count);
            }
            run.Leave();
            run.Current = outer;
        }

        private void Emit(MappingRun run, JsonElement element, int index, ref int count)
        {
            run.Current = element;
            run.At(index, count);
            if ((Where is null || Where(run)) && Plan.Within(run, null, array: false))
                count++;
        }
    }
}
