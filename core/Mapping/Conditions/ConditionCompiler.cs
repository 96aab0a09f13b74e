using System.Text;
using System.Text.Json;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Conditions;

/// <summary>Compiles <c>when</c> and <c>where</c>.</summary>
internal static class ConditionCompiler
{
    public static Condition? Compile(DocumentNode owner, string member, CompileScope scope)
    {
        if (!owner.Has(member) || owner.Node(member) is not { } node)
            return null;
        var conditions = Parts(node, scope).ToArray();
        node.Close();
        if (conditions.Length == 0 && !node.Has("path"))
            owner.Wrong(member, null, "The condition says nothing.", "Write { path: ..., equals: ... } or all, any, not.");
        return All(conditions);
    }

    private static IEnumerable<Condition> Parts(DocumentNode node, CompileScope scope)
    {
        var all = Each(node, "all", scope);
        var any = Each(node, "any", scope);
        if (all.Length > 0)
            yield return All(all);
        if (any.Length > 0)
            yield return Any(any);
        if (node.IsMap("not") && Compile(node, "not", scope) is { } not)
            yield return run => !not(run);
        if (node.Text("path") is not { } text)
            yield break;
        var path = scope.Path(node, "path", text);
        foreach (var test in Tests(node, path, scope))
            yield return test;
    }

    // Loops, because a lambda over run would be allocated anew for each element of each record.
    private static Condition All(Condition[] conditions) => conditions is [var single] ? single : run =>
    {
        foreach (var condition in conditions)
        {
            if (!condition(run))
                return false;
        }
        return true;
    };

    private static Condition Any(Condition[] conditions) => run =>
    {
        foreach (var condition in conditions)
        {
            if (condition(run))
                return true;
        }
        return false;
    };

    private static Condition[] Each(DocumentNode node, string member, CompileScope scope) =>
        [.. node.Nodes(member).Select(child => Nested(child, scope)).OfType<Condition>()];

    private static Condition? Nested(DocumentNode node, CompileScope scope)
    {
        var conditions = Parts(node, scope).ToArray();
        node.Close();
        return conditions.Length == 0 ? null : All(conditions);
    }

    private static IEnumerable<Condition> Tests(DocumentNode node, SourcePath path, CompileScope scope)
    {
        var count = 0;
        if (node.Has("equals") && node.Literal("equals") is var equal && ++count > 0)
            yield return EqualTo(path, equal);
        if (node.Has("not") && !node.IsMap("not")
            && node.Literal("not") is var other && ++count > 0 && EqualTo(path, other) is var isOther)
            yield return run => !isOther(run);
        if (node.Texts("in") is { Count: > 0 } words && ++count > 0)
            yield return run => path.Read(run) is { Exists: true } value && words.Contains(value.AsText());
        if (node.Text("same") is { } twin && ++count > 0 && scope.Path(node, "same", twin) is var second)
            yield return run => path.Read(run).AsText() == second.Read(run).AsText();
        if (node.Has("exists") && node.Flag("exists") is var exists && ++count > 0)
            yield return run => path.Read(run).Exists == exists;
        if (node.Has("greaterThan") && Number(node, "greaterThan") is var low && ++count > 0)
            yield return run => path.Read(run).TryNumber(out var number) && number > low;
        if (node.Has("lessThan") && Number(node, "lessThan") is var high && ++count > 0)
            yield return run => path.Read(run).TryNumber(out var number) && number < high;
        if (node.Text("startsWith") is { } start && ++count > 0)
            yield return run => path.Read(run) is { IsText: true } value
                && value.AsText().StartsWith(start, StringComparison.Ordinal);
        if (node.Text("knownIn") is { } table && ++count > 0 && KnownIn(node, path, table, scope) is { } known)
            yield return known;
        if (count == 0)
            node.Wrong("path", path.Text, "The condition does not say what the value must be.",
                "Add equals, not, in, same, exists, greaterThan, lessThan, startsWith or knownIn.");
    }

    private static Condition? KnownIn(DocumentNode node, SourcePath path, string table, CompileScope scope)
    {
        var word = node.Text("as");
        if (TableReader.Compile(node, word is null ? "knownIn" : "as", table, null, scope) is not { } find)
            return null;
        return run => path.Read(run) is { Exists: true } value && find(run, value.AsText()) is { } cell && (word is null || cell == word);
    }

    private static decimal Number(DocumentNode node, string member)
    {
        if (!node.Literal(member).TryNumber(out var number))
            node.Wrong(member, node.Text(member), "This is not a number.", "Write digits, such as 0 or 12.5.");
        return number;
    }

    private static Condition EqualTo(SourcePath path, Value expected)
    {
        var text = expected.AsText();
        var utf8 = Encoding.UTF8.GetBytes(text);
        return run =>
        {
            var value = path.Read(run);
            if (value is { Kind: ValueKind.Json, Json.ValueKind: JsonValueKind.String } && expected.Kind == ValueKind.Text)
                return value.Json.ValueEquals(utf8);
            return expected.Kind == ValueKind.Number && value.TryNumber(out var number)
                ? number == expected.Number
                : value.AsText() == text;
        };
    }
}
