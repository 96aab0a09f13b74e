namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>One value of a form: text, or named children as brackets nest them.</summary>
internal sealed class FormNode
{
    public string? Text { get; private set; }

    public Dictionary<string, FormNode> Children { get; } = [];

    public bool IsText => Text is not null;

    /// <summary>Decodes a=1&amp;b[c]=2&amp;d[]=3&amp;d[]=4&amp;e[0][f]=5, from a body or a query string.</summary>
    public static FormNode Parse(string form)
    {
        var root = new FormNode();
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            root.Put(name, equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }
        return root;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private void Put(string name, string value)
    {
        var node = this;
        foreach (var part in Parts(name)) node = node.Child(part);
        node.Text = value;
    }

    private FormNode Child(string name)
    {
        if (name.Length == 0) name = Children.Count.ToString();
        if (!Children.TryGetValue(name, out var child)) Children[name] = child = new FormNode();
        return child;
    }

    private static IEnumerable<string> Parts(string name)
    {
        var open = name.IndexOf('[');
        if (open <= 0) { yield return name; yield break; }
        yield return name[..open];
        while (open >= 0 && open < name.Length)
        {
            var close = name.IndexOf(']', open);
            if (close < 0) { yield return name[(open + 1)..]; yield break; }
            yield return name[(open + 1)..close];
            open = name.IndexOf('[', close);
        }
    }
}
