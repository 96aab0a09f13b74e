using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Isthmus.Core.Mapping.Documents;

/// <summary>Reads one YAML file to its top members.</summary>
internal static class YamlFile
{
    public static DocumentNode? Read(string path, string shownAs, ProblemList problems)
    {
        try
        {
            var stream = new YamlStream();
            using var text = new StringReader(File.ReadAllText(path));
            stream.Load(text);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new(root, shownAs, "", problems);
            problems.Add(shownAs, null, "The file does not hold one set of members.",
                "Write 'name: value' lines and no second document.");
        }
        catch (YamlException broken)
        {
            problems.Add($"{shownAs}:{broken.Start.Line}", null,
                $"This is not YAML: {broken.InnerException?.Message ?? broken.Message}",
                "Check indentation, quotes and duplicate names near this line.");
        }
        return null;
    }
}
