using System.Text;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>template</c>: a text with <c>{path}</c> in it. Gives nothing when one of the paths has nothing.</summary>
internal static class TemplateOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var parts = Parse(field, field.Required("text", "Write the text, with {path} where values belong."), scope);
        return run =>
        {
            var text = new StringBuilder();
            foreach (var (literal, path) in parts)
            {
                text.Append(literal);
                if (path is null)
                    continue;
                var value = path.Read(run);
                if (!value.Exists)
                    return default;
                text.Append(value.AsText());
            }
            return new Value(text.ToString());
        };
    }

    private static List<(string Literal, SourcePath? Path)> Parse(DocumentNode field, string text, CompileScope scope)
    {
        var parts = new List<(string, SourcePath?)>();
        var at = 0;
        while (text.IndexOf('{', at) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                field.Wrong("text", text, "A brace is not closed.", "Write {path}.");
                break;
            }
            parts.Add((text[at..open], scope.Path(field, "text", text[(open + 1)..close])));
            at = close + 1;
        }
        parts.Add((text[at..], null));
        return parts;
    }
}
