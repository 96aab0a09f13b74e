using System.Text.Json;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>An order that was really placed at Stripe.</summary>
internal sealed record Payment(string Intent, string? Session, long Amount, string Currency)
{
    public string RunId => "o2c-" + Intent;

    public static Payment Of(JsonElement answer) => new(
        answer.GetProperty("paymentIntent").GetString()!, answer.GetProperty("session").GetString(),
        answer.GetProperty("amount").GetInt64(), answer.GetProperty("currency").GetString()!);
}
