using System.Xml.Linq;

namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>Holds a request against the grammar; the first place that does not fit is told as Intacct tells it.</summary>
internal static class GrammarCheck
{
    public static void Require(XElement request)
    {
        if (request.Name != "request") throw Misfit(request.Name.LocalName);
        Element(request, "request");
    }

    private static void Element(XElement element, string name)
    {
        Attributes(element, name);
        if (name == "function") Function(element);
        else if (Grammar.Operators.Contains(name) && element.Parent!.Name.LocalName is "filter" or "and" or "or")
            Names(element, "seq field value*");
        else if (!IsText(element) && Grammar.Rules.TryGetValue(name, out var rule)) Names(element, rule);
        else if (element.HasElements) throw Misfit(name);
    }

    // readByQuery has a query of its own, which is text.
    private static bool IsText(XElement element) => element.Name == "query" && element.Parent?.Name == "readByQuery";

    private static void Function(XElement function)
    {
        if (function.Elements().Count() != 1) throw Misfit("function");
        var only = function.Elements().Single();
        if (!Grammar.Functions.Contains(only.Name.LocalName)) throw Misfit(only.Name.LocalName);
        Element(only, only.Name.LocalName);
    }

    private static void Names(XElement element, string rule)
    {
        var words = rule.Split(' ');
        var children = element.Elements().ToList();
        var name = element.Name.LocalName;
        switch (words[0])
        {
            case "any": return;
            case "any+" when children.Count > 0: return;
            case "one" when children.Count == 1 && IsKnown(children[0]): break;
            case "many" when children.Count > 0 && children.TrueForAll(IsKnown): break;
            case "any+" or "one" or "many": throw Misfit(name);
            case "all": Each(children, words[1..], name); break;
            default: InOrder(children, words[1..], name); break;
        }
        foreach (var child in children) Element(child, child.Name.LocalName);

        bool IsKnown(XElement child) => words.Skip(1).Contains(child.Name.LocalName);
    }

    private static void Each(List<XElement> children, string[] words, string name)
    {
        var names = children.Select(child => child.Name.LocalName).ToList();
        if (names.Distinct().Count() != names.Count || names.Except(words.Select(word => word.TrimEnd('?'))).Any()
            || words.Any(word => !word.EndsWith('?') && !names.Contains(word))) throw Misfit(name);
    }

    private static void InOrder(List<XElement> children, string[] words, string name)
    {
        var at = 0;
        foreach (var word in words)
        {
            var wanted = word.TrimEnd('?', '*', '+');
            var many = word[^1] is '*' or '+';
            var found = 0;
            while (at < children.Count && children[at].Name.LocalName == wanted && (many || found == 0)) (at, found) = (at + 1, found + 1);
            if (found == 0 && word[^1] is not ('?' or '*')) throw Misfit(name);
        }
        if (at < children.Count) throw Misfit(children[at].Name.LocalName);
    }

    private static void Attributes(XElement element, string name)
    {
        var allowed = Grammar.Attributes.GetValueOrDefault(name);
        foreach (var attribute in element.Attributes())
            if (attribute.Name.LocalName != allowed) throw Misfit(name);
        if (name == "operation" && element.Attribute("transaction")?.Value is not (null or "true" or "false")) throw Misfit(name);
        if (name == "function" && element.Attribute("controlid")?.Value is not { Length: <= 256 }) throw Misfit(name);
    }

    private static GatewayException Misfit(string name) => new("XL03000003", $"Document does not match the schema at element {name}.");
}
