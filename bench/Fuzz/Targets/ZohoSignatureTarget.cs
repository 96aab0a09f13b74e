using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.ZohoInventory;

namespace Isthmus.Fuzz;

/// <summary>Zoho's signature header, over JSON and forms.</summary>
internal sealed class ZohoSignatureTarget : Target
{
    private const string Secret = "fuzzFuzzFuzz";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"salesorder\":{\"salesorder_id\":\"460000000000034001\"}}");
    private static readonly string Right = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body));

    public override string Name => "zoho-signature";

    public override int Share => 100;

    public override Input Make(Dice dice) => dice.Below(8) switch
    {
        0 => new Input(Body, Right, Valid: true),
        1 => new Input(ByteMutations.Of(Body, dice), Right),
        2 => new Input(Body, OddTexts.Any(dice)),
        _ => new Input(ByteMutations.Of(Encoding.UTF8.GetBytes("a=1&b=%20c&JSONString=%7B%7D"), dice), ByteMutations.Of(Right, dice)),
    };

    public override ValueTask<string?> TryAsync(Input input)
    {
        var form = input.Bytes.Length > 0 && input.Bytes[0] != '{';
        var type = form ? "application/x-www-form-urlencoded" : "application/json";
        foreach (var encoding in (ZohoSignatureEncoding[])[ZohoSignatureEncoding.Base64, ZohoSignatureEncoding.Hex])
        {
            var verdict = ZohoSignature.Verify(input.Bytes, type, [], input.Head, [Secret], new ZohoWebhookOptions { Encoding = encoding });
            if (input.Valid && encoding == ZohoSignatureEncoding.Hex && verdict != SignatureVerdict.Valid)
                return new($"A right signature is {verdict}.");
            if (!input.Valid && verdict == SignatureVerdict.Valid && !(input.Bytes.AsSpan().SequenceEqual(Body)
                && input.Head.Trim().Equals(Right, StringComparison.OrdinalIgnoreCase))) return new("A wrong signature is valid.");
        }
        ZohoWebhook.TryRead(input.Bytes, type, input.Head);
        return new((string?)null);
    }
}
