using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>Finds the methods that are functions, and reads each.</summary>
internal sealed partial class FunctionScan(FunctionReader reader, Problems problems)
{
    public IReadOnlyList<FunctionEntry> Run(IEnumerable<Type> types)
    {
        var entries = new List<FunctionEntry>();
        foreach (var method in types.SelectMany(Functions))
            if (IsCallable(method) && FunctionDraft.Of(method, problems) is { } draft && reader.Read(draft) is { } entry)
                entries.Add(entry);
        foreach (var same in entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            problems.Add($"Function name '{same.Key}' is used by {string.Join(" and ", same.Select(Where))}; names are unique in the app.");
        return entries;
    }

    private static IEnumerable<MethodInfo> Functions(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.IsDefined(typeof(FunctionAttribute)));

    private bool IsCallable(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var where = $"Function '{name}' ({method.DeclaringType!.Name}.{method.Name})";
        var before = problems.Count;
        if (!NameRule().IsMatch(name))
            problems.Add($"{where}: the name must begin with a letter and hold up to 127 letters, digits, '_' and '-'.");
        if (!method.IsPublic || !method.DeclaringType.IsVisible) problems.Add($"{where}: the method and its class must be public.");
        if (method.IsGenericMethodDefinition || method.DeclaringType.ContainsGenericParameters)
            problems.Add($"{where}: the method and its class must not be generic.");
        if (method.DeclaringType.IsAbstract && !method.IsStatic) problems.Add($"{where}: the class must not be abstract.");
        if (method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
            problems.Add($"{where}: ref and out parameters cannot be bound.");
        return problems.Count == before;
    }

    private static string Where(FunctionEntry entry) => $"{entry.Method.DeclaringType!.Name}.{entry.Method.Name}";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$")]
    private static partial Regex NameRule();
}
