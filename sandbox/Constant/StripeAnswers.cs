namespace Isthmus.Sandbox.Constant;

/// <summary>Stripe: a paid checkout session for whatever payment intent is asked for.</summary>
internal static class StripeAnswers
{
    private const string Sessions = "/v1/checkout/sessions";
    private const string Intents = "/v1/payment_intents/";
    private const string EmptyList = """{"object":"list","data":[],"has_more":false,"url":"/v1"}""";

    private static readonly FixedAnswer Session = new("sessions");
    private static readonly FixedAnswer LineItems = new("line-items");
    private static readonly FixedAnswer Intent = new("payment-intent");

    public static Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == Sessions) return Session.WriteForAsync(context, context.Request.Query["payment_intent"].ToString());
        if (path.StartsWith(Sessions, StringComparison.Ordinal)) return LineItems.WriteAsync(context);
        return path.StartsWith(Intents, StringComparison.Ordinal)
            ? Intent.WriteForAsync(context, path[Intents.Length..])
            : FixedAnswer.JsonAsync(context, EmptyList);
    }
}
