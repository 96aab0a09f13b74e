using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Isthmus.Fuzz;

/// <summary>Signed webhooks of both vendors with whatever in them: stored or refused; and none of them poisons the queue.</summary>
internal sealed class WebhookTarget : Target
{
    private static readonly byte[] SecretBytes = Encoding.UTF8.GetBytes(AppSettings.ZohoSecret);
    private static readonly string[] ZohoTypes =
    [
        "application/json", "application/json", "application/x-www-form-urlencoded", "text/plain", "", "application/json; charset=utf-16"
    ];

    private readonly List<byte[]> events =
    [
        .. JsonElement.Parse(CorpusFile.Read("stripe-events.json")).EnumerateArray().Select(e => Encoding.UTF8.GetBytes(e.GetRawText()))
    ];

    private readonly byte[] change = Encoding.UTF8.GetBytes(
        """{"salesorder":{"salesorder_id":"460000000000034001","salesorder_number":"SO-1","status":"confirmed","shipped_status":"pending","last_modified_time":"2026-11-21T09:00:00+0000","line_items":[{"sku":"A"}]}}""");

    private readonly byte[] package = Encoding.UTF8.GetBytes("""{"package":{"package_id":"460000000000035001","salesorder_id":"460000000000034001","last_modified_time":"2026-11-21T09:00:00+0000"}}""");
    private RunningApp? app;

    public override string Name => "webhooks";

    public override int Share => 80;

    public override int AtOnce => 16;

    public override async Task OpenAsync() => app = await RunningApp.StartAsync();

    public override Input Make(Dice dice)
    {
        if (dice.OnceIn(3)) return Zoho(dice);
        var valid = dice.OnceIn(20);
        var sound = dice.One(events);
        if (dice.OnceIn(2))
        {
            var another = $"\"evt_{dice.Below(1_000_000)}";
            sound = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sound).Replace("\"evt_", another, StringComparison.Ordinal));
        }
        return new Input(valid ? sound : JsonMutations.Of(sound, dice), "stripe", valid);
    }

    public override async ValueTask<string?> TryAsync(Input input)
    {
        var stripe = input.Head == "stripe";
        var path = stripe ? "/api/webhooks/stripe" : "/api/webhooks/zoho-inventory";
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(input.Bytes) };
        if (stripe)
        {
            var signature = StripeSignatureTarget.Sign(input.Bytes, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        else
        {
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(SecretBytes, input.Bytes));
            request.Headers.TryAddWithoutValidation("X-Zoho-Webhook-Signature", signature);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", input.Head);
        }
        using var answer = await app!.Client.SendAsync(request);
        var status = (int)answer.StatusCode;
        if (input.Valid ? status == 200 : status is 200 or 400 or 413) return null;
        return $"It answered {status}: {await answer.Content.ReadAsStringAsync()}";
    }

    public override async ValueTask<string?> CloseAsync()
    {
        await app!.RestAsync();
        return await app!.LettersAsync("flow=event") ?? await app!.LettersAsync("class=bug");
    }

    public override ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Input Zoho(Dice dice)
    {
        var valid = dice.OnceIn(20);
        var sound = dice.OnceIn(2) ? change : package;
        return new Input(valid ? sound : JsonMutations.Of(sound, dice), valid ? "application/json" : dice.One(ZohoTypes), valid);
    }
}
