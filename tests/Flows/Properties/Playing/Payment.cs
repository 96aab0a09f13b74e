using System.Text.Json;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>An order that was really placed at Stripe.</summary>
internal sealed record Payment(string Intent, string? Session, long Amount, string Currency)
{
    public string RunId => "o2c-" + Intent;

    /// <summary>Smallest units of its currency in one of its main unit.</summary>
    public decimal Units => Currency switch { "jpy" or "krw" => 1, "kwd" or "bhd" => 1000, _ => 100 };

    public static Payment Of(JsonElement answer) => new(
        answer.GetProperty("paymentIntent").GetString()!, answer.GetProperty("session").GetString(),
        answer.GetProperty("amount").GetInt64(), answer.GetProperty("currency").GetString()!);

    /// <summary>A part of it that every currency can be paid in.</summary>
    public long Tenths(int tenths) => Math.Max(10, Amount * tenths / 100 * 10);
}
