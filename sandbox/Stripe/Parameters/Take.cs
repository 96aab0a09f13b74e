namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>The kinds of parameters, as operations name them.</summary>
internal static class Take
{
    public static readonly Kind Integer = new IntegerKind(long.MinValue, long.MaxValue);
    public static readonly Kind Amount = new IntegerKind(1, 99_999_999_999);
    public static readonly Kind Natural = new IntegerKind(0, long.MaxValue);
    public static readonly Kind Boolean = new BooleanKind();
    public static readonly Kind Decimal = new DecimalKind();
    public static readonly Kind Id = new TextKind(5000);
    public static readonly Kind Email = new EmailKind(512);
    public static readonly Kind Currency = new CurrencyKind();
    public static readonly Kind Country = new CountryKind();
    public static readonly Kind Metadata = new MetadataKind();
    public static readonly Kind Range = new RangeKind();
    public static readonly Kind Ignored = new IgnoredKind();

    public static Kind Text(int max = 5000) => new TextKind(max);

    public static Kind OneOf(params string[] values) => new ChoiceKind(values);

    public static Kind Object(Shape shape) => new ObjectKind(shape);

    public static Kind ListOf(Kind item, int max = 100) => new ListKind(item, max);
}
