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
            var stream = new YamlStream();
            Follow(content, CheckNesting);
            Follow(content, stream.Load);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new(root, shownAs, "", problems);
            problems.Add(shownAs, null, "The file does not hold one set of members.",
                "Write 'name: value' lines and no second document.");
        }
        catch (YamlException broken)
        {
            problems.Add($"{shownAs}:{broken.Start.Line}", null,
                $"This is not YAML: {broken.InnerException?.Message ?? broken.Message}",
                "Check indentation, quotes, anchors, tags and duplicate names near this line.");
        }
        return null;
    }

    /// <summary>In some documents the reader loses its way, such as where a name is missing before a colon.</summary>
    private static void Follow(string content, Action<Parser> read)
    {
        using var text = new StringReader(content);
        var parser = new Parser(text);
        try
        {
            read(parser);
        }
        catch (Exception lost) when (lost is InvalidOperationException or ArgumentException)
        {
            var place = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(place, place, "what stands here has no meaning.");
        }
    }

    /// <summary>The reader of nodes calls itself for each level, and would take the process with it.</summary>
    private static void CheckNesting(Parser parser)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MostNesting) throw new YamlException(parser.Current.Start, parser.Current.End, $"It nests more than {MostNesting} levels deep.");
        }
    }
}
