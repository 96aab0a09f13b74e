using System.Globalization;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Odata;

/// <summary>Reads a filter: eq ne gt ge lt le, and, or, brackets, startswith, endswith, substringof, length.</summary>
internal sealed class Filter(EntitySchema schema, Tokens tokens, string dialect)
{
    public static Func<Entity, bool> Read(string text, EntitySchema schema, string dialect)
    {
        var tokens = new Tokens(text);
        var test = new Filter(schema, tokens, dialect).Or();
        return tokens.Peek is null ? test : throw WebApiError.Parameters($"Syntax error in the filter at '{tokens.Peek}'.");
    }

    private Func<Entity, bool> Or()
    {
        var test = And();
        while (tokens.TakeIf("or"))
        {
            var (left, right) = (test, And());
            test = record => left(record) || right(record);
        }
        return test;
    }

    private Func<Entity, bool> And()
    {
        var test = One();
        while (tokens.TakeIf("and"))
        {
            var (left, right) = (test, One());
            test = record => left(record) && right(record);
        }
        return test;
    }

    private Func<Entity, bool> One()
    {
        if (tokens.TakeIf("("))
        {
            var inner = Or();
            tokens.Need(")");
            return inner;
        }
        var word = tokens.Take();
        return word switch
        {
            "startswith" => OfText((value, part) => value.StartsWith(part, StringComparison.OrdinalIgnoreCase), partFirst: false),
            "endswith" => OfText((value, part) => value.EndsWith(part, StringComparison.OrdinalIgnoreCase), partFirst: false),
            "substringof" => OfText((value, part) => value.Contains(part, StringComparison.OrdinalIgnoreCase), partFirst: true),
            "length" => OfLength(),
            _ => Compared(Known(word))
        };
    }

    private Func<Entity, bool> OfText(Func<string, string, bool> test, bool partFirst)
    {
        tokens.Need("(");
        var first = tokens.Take();
        tokens.Need(",");
        var second = tokens.Take();
        tokens.Need(")");
        var property = Known(partFirst ? second : first);
        var part = Literal.Text(partFirst ? first : second);
        if (part is null || property.Kind is not (Kind.Text or Kind.Code)) throw WebApiError.Parameters("The function takes texts.");
        return record => test(record.Text(property.Name), part);
    }

    private Func<Entity, bool> OfLength()
    {
        tokens.Need("(");
        var property = Known(tokens.Take());
        tokens.Need(")");
        var holds = Operator(tokens.Take());
        var length = int.TryParse(tokens.Take(), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : throw WebApiError.Parameters("length() is compared with a number.");
        return record => holds(record.Text(property.Name).Length.CompareTo(length));
    }

    private Func<Entity, bool> Compared(Property property)
    {
        var holds = Operator(tokens.Take());
        var value = Literal.Read(tokens.Take(), property, dialect);
        return record => holds(Compare(record[property.Name], value));
    }

    // A date that is empty lies before all others; texts compare as the database does.
    private static int Compare(object? left, object right) => (left, right) switch
    {
        (null, _) => -1,
        (string text, string other) => StringComparer.OrdinalIgnoreCase.Compare(text, other),
        _ => Comparer<object>.Default.Compare(left, right)
    };

    private Property Known(string name) => schema.Find(name) ?? throw WebApiError.NoProperty(name, schema.Resource);

    private static Func<int, bool> Operator(string word) => word switch
    {
        "eq" => order => order == 0,
        "ne" => order => order != 0,
        "gt" => order => order > 0,
        "ge" => order => order >= 0,
        "lt" => order => order < 0,
        "le" => order => order <= 0,
        _ => throw WebApiError.Parameters($"Syntax error in the filter: '{word}' is no operator.")
    };
}
