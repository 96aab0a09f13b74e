using System.Text;

namespace Isthmus.Connectors.Intacct.Xml;

/// <summary>An element of a document that was read whole, with what is in it.</summary>
internal sealed class XmlPart(string name)
{
    private List<XmlPart>? children;
    private Dictionary<string, string>? attributes;
    private string text = "";
    private StringBuilder? pieces;

    public string Name { get; } = name;

    /// <summary>Its text; of an element with elements in it, what stands around them.</summary>
    public string Text => pieces?.ToString() ?? text;

    public IReadOnlyList<XmlPart> Children => children ?? [];

    public void Add(XmlPart child) => (children ??= []).Add(child);

    public void Add(string piece)
    {
        if (text.Length == 0) text = piece;
        else (pieces ??= new StringBuilder(text)).Append(piece);
    }

    public void Add(string name, string value) => (attributes ??= new(StringComparer.OrdinalIgnoreCase))[name] = value;

    public string? Attribute(string name) => attributes?.GetValueOrDefault(name);

    /// <summary>The first element of a name; null when there is none. Intacct is not consistent in upper and lower case.</summary>
    public XmlPart? Child(string name) => children?.FirstOrDefault(child => child.Is(name));

    public IEnumerable<XmlPart> All(string name) => children?.Where(child => child.Is(name)) ?? [];

    /// <summary>The text of an element in it; empty when there is none.</summary>
    public string TextOf(string name) => Child(name)?.Text.Trim() ?? "";

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
