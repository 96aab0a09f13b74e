using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Stripe;

namespace Isthmus.Fuzz;

/// <summary>Stripe's signature header: what is not made with the secret over these bytes is never valid.</summary>
internal sealed class StripeSignatureTarget : Target
{
    private const string Secret = "whsec_fuzz";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"id\":\"evt_1\",\"object\":\"event\"}");
    private static readonly string Right = Sign(Body, Now.ToUnixTimeSeconds());

    public override string Name => "stripe-signature";

    public override int Share => 100;

    public override Input Make(Dice dice) => dice.Below(10) switch
    {
        0 => new Input(Body, Right, Valid: true),
        1 => new Input(ByteMutations.Of(Body, dice), Right),
        2 => new Input(Body, $"t={OddTexts.Any(dice)},v1={new string('0', 64)}"),
        3 => new Input(Body, Right + "," + OddTexts.Any(dice), Valid: false),
        _ => new Input(Body, ByteMutations.Of(Right, dice)),
    };

    public override ValueTask<string?> TryAsync(Input input)
    {
        var verdict = StripeSignature.Verify(input.Bytes, input.Head, ["whsec_other", Secret], Now, TimeSpan.FromMinutes(5));
        if (input.Valid) return new(verdict == SignatureVerdict.Valid ? null : $"A right signature is {verdict}.");
        var sent = input.Bytes.AsSpan().SequenceEqual(Body)
            && input.Head.Contains(Right.Split("v1=")[1], StringComparison.OrdinalIgnoreCase);
        var forged = verdict == SignatureVerdict.Valid && !sent;
        return new(forged ? "A wrong signature is valid." : null);
    }

    public static string Sign(byte[] body, long at, string secret = Secret)
    {
        byte[] text = [.. Encoding.ASCII.GetBytes($"{at}."), .. body];
        return $"t={at},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text))}";
    }
}
