using System.Globalization;
using Isthmus.Core.Mapping.Running;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Isthmus.Core.Mapping.Documents;

/// <summary>A YAML mapping that knows which of its members were asked for, so that the others can be refused.</summary>
internal sealed class DocumentNode
{
    private readonly YamlMappingNode _yaml;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _file;

    public DocumentNode(YamlMappingNode yaml, string file, string path, ProblemList problems) =>
        (_yaml, _file, Path, Problems) = (yaml, file, path, problems);

    public string Path { get; }
    public ProblemList Problems { get; }
    public string Place => Of(_yaml, Path);
    public IEnumerable<string> Names => _yaml.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>True when the operation reads that member.</summary>
    public bool Asked(string name) => _known.Contains(name);

    public bool Has(string name) => Child(name) is not null;

    public string? Text(string name) => Child(name) switch
    {
        null => null,
        YamlScalarNode scalar => Scalar(scalar),
        var other => Refused<string>(other, name, "A single value belongs here.", "Write one text."),
    };

    /// <summary>The text, or null for YAML's null (~, null, nothing).</summary>
    public static string? Scalar(YamlScalarNode node) =>
        node.Style == ScalarStyle.Plain && node.Value is "" or "~" or "null" ? null : node.Value;

    public string Required(string name, string cure)
    {
        if (Text(name) is { Length: > 0 } text)
            return text;
        Problems.Add(Place, null, $"'{name}' is missing.", cure);
        return "";
    }

    /// <summary>
    /// A literal: plain true, false and numbers are what they look like, everything else and all quoted is text.
    /// </summary>
    public Value Literal(string name) => Child(name) switch
    {
        null => default,
        YamlScalarNode scalar when scalar.Style == ScalarStyle.Plain && scalar.Value is "true" or "false" =>
            new(scalar.Value == "true"),
        YamlScalarNode scalar when scalar.Style == ScalarStyle.Plain && IsNumber(scalar.Value, out var number) => new(number),
        YamlScalarNode scalar => new(Scalar(scalar)),
        var other => new(Refused<string>(other, name, "A single value belongs here.", "Write one text, number, true or false.")),
    };

    private static bool IsNumber(string? text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => Wrong(name, other, "This is neither true nor false.", "Write true or false."),
    };

    public int? Whole(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, out var number) && number >= 0)
            return number;
        Wrong(name, text, "This is not a whole number.", "Write digits only.");
        return null;
    }

    /// <summary>A list of texts; one text stands for a list of one.</summary>
    public IReadOnlyList<string> Texts(string name) => Child(name) switch
    {
        null => [],
        YamlScalarNode scalar => Scalar(scalar) is { } text ? [text] : [],
        YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode) =>
            [.. list.Children.Cast<YamlScalarNode>().Select(item => item.Value ?? "")],
        var other => Refused<IReadOnlyList<string>>(other, name, "A text or a list of texts belongs here.", "Write one.") ?? [],
    };

    public IReadOnlyList<DocumentNode> Nodes(string name) => Child(name) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select((item, i) => Wrap(item, $"{name}[{i}]")).OfType<DocumentNode>()],
        var other => Refused<IReadOnlyList<DocumentNode>>(other, name, "A list belongs here.",
            "Begin each entry with a dash.") ?? [],
    };

    public DocumentNode? Node(string name) => Child(name) is { } child ? Wrap(child, name) : null;

    public bool IsMap(string name) => Child(name) is YamlMappingNode;

    /// <summary>Refuses the members that nobody asked for.</summary>
    public void Close()
    {
        foreach (var key in _yaml.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_known.Contains(name))
                Problems.Add(Of(key, Path), name, "Nobody knows this member.", Spelling.Cure(name, _known));
        }
    }

    public bool Wrong(string name, string? value, string message, string cure)
    {
        Problems.Add(Of(Child(name) ?? _yaml, Join(name)), value, message, cure);
        return false;
    }

    private DocumentNode? Wrap(YamlNode node, string name) => node is YamlMappingNode map
        ? new(map, _file, Join(name), Problems)
        : Refused<DocumentNode>(node, name, "Members belong here.", "Write 'name: value' lines.");

    private T? Refused<T>(YamlNode node, string name, string message, string cure) where T : class
    {
        Problems.Add(Of(node, Join(name)), null, message, cure);
        return null;
    }

    private YamlNode? Child(string name)
    {
        _known.Add(name);
        return _yaml.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;
    }

    private string Join(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private string Of(YamlNode node, string path) => $"{_file}:{node.Start.Line} {path}".TrimEnd();
}
