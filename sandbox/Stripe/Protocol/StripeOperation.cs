using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>One operation of the API.</summary>
internal sealed record StripeOperation(string Method, string Path, Shape Shape, Func<StripeCall, Answer> Run)
{
    public static StripeOperation Get(string path, Shape shape, Func<StripeCall, Answer> run) => new("GET", path, shape, run);

    /// <summary>A POST takes expand[] next to its own parameters.</summary>
    public static StripeOperation Post(string path, Shape shape, Func<StripeCall, Answer> run) =>
        new("POST", path, shape.With(Shapes.Read), run);

    public static StripeOperation Delete(string path, Func<StripeCall, Answer> run) => new("DELETE", path, [], run);
}
