namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>Parameter groups that many operations share.</summary>
internal static class Shapes
{
    private static readonly Kind Expand = Take.ListOf(Take.Text(), 20);

    public static readonly Shape AddressFields = new()
    {
        { Take.Text(), "city", "line1", "line2", "postal_code", "state" },
        { "country", Take.Country }
    };

    public static readonly Kind Address = Take.Object(AddressFields);

    public static readonly Kind Shipping = Take.Object(new Shape
    {
        { "address", Address.Needed() }, { "name", Take.Text().Needed() },
        { Take.Text(), "phone", "carrier", "tracking_number" }
    });

    /// <summary>Reading one object.</summary>
    public static readonly Shape Read = new() { { "expand", Expand } };

    /// <summary>Reading a page of a list.</summary>
    public static readonly Shape Page = new Shape
    {
        { "limit", new IntegerKind(1, 100) }, { Take.Id, "starting_after", "ending_before" }
    }.With(Read);

    public static readonly Shape PageByTime = Page.With(new Shape { { "created", Take.Range } });
}
