using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>split</c>: one part of a text: first, last, rest (all but the first), beforeLast, or a position from 0.</summary>
internal static class SplitOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var read = CopyOperation.Compile(field, scope);
        var separator = field.Text("separator") ?? " ";
        var part = field.Text("part") ?? "first";
        var position = int.TryParse(part, out var number) && number >= 0 ? number : -1;
        if (position < 0 && part is not ("first" or "last" or "rest" or "beforeLast"))
            field.Wrong("part", part, "There is no such part.", "Write first, last, rest, beforeLast or a position from 0.");
        return run => read(run) is { Exists: true } value ? new Value(Take(value.AsText(), separator, part, position)) : default;
    }

    private static string Take(string text, string separator, string part, int position)
    {
        var parts = text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return part switch
        {
            _ when parts.Length == 0 => "",
            "first" => parts[0],
            "last" => parts[^1],
            "rest" => string.Join(separator, parts[1..]),
            "beforeLast" => string.Join(separator, parts[..^1]),
            _ => position < parts.Length ? parts[position] : "",
        };
    }
}
