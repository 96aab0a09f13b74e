using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Isthmus.Core.Mapping.Documents;

/// <summary>Reads one YAML file to its top members.</summary>
internal static class YamlFile
{
    private const int MostNesting = 100;

    public static DocumentNode? Read(string path, string shownAs, ProblemList problems)
    {
        try
        {
            var content = File.ReadAllText(path);
            CheckNesting(content);
            var stream = new YamlStream();
            using var text = new StringReader(content);
            stream.Load(text);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new(root, shownAs, "", problems);
            problems.Add(shownAs, null, "The file does not hold one set of members.",
                "Write 'name: value' lines and no second document.");
        }
        catch (InvalidOperationException broken)
        {
            // So the YAML reader says of some documents that it loses its way in.
            problems.Add(shownAs, null, $"This is not YAML: {broken.Message}", "Check indentation, quotes, anchors and tags.");
        }
        catch (YamlException broken)
        {
            problems.Add($"{shownAs}:{broken.Start.Line}", null,
                $"This is not YAML: {broken.InnerException?.Message ?? broken.Message}",
                "Check indentation, quotes and duplicate names near this line.");
        }
        return null;
    }

    /// <summary>The reader of nodes calls itself for each level, and would take the process with it.</summary>
    private static void CheckNesting(string content)
    {
        using var text = new StringReader(content);
        var parser = new Parser(text);
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MostNesting) throw new YamlException(parser.Current.Start, parser.Current.End, $"It nests more than {MostNesting} levels deep.");
        }
    }
}
