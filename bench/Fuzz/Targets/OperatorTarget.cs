using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Isthmus.Fuzz;

/// <summary>The operators' API: every route with odd paths, queries, bodies, methods and continuation tokens never answers with a 500.</summary>
internal sealed class OperatorTarget : Target
{
    private static readonly string[] Routes =
    [
        "GET runs", "GET runs/summary", "GET runs/balance", "GET runs/{id}", "POST runs/{id}/approve", "POST runs/{id}/reject", "POST runs/sweep",
        "GET dead-letters", "GET dead-letters/groups", "GET dead-letters/{id}", "GET dead-letters/{id}/record", "POST dead-letters/{id}/resubmit",
        "POST dead-letters/{id}/edit", "POST dead-letters/{id}/assign", "POST dead-letters/{id}/note", "POST dead-letters/{id}/close",
        "POST dead-letters/groups/resubmit", "GET dead-letters/groups/resubmit/{id}", "GET audit", "GET audit/verify", "GET connections",
        "GET connections/{id}/check", "POST connections/{id}/sweep", "GET mappings", "GET console", "GET console/{id}",
    ];

    private static readonly string[] Parameters =
    [
        "flow", "state", "from", "to", "limit", "continuation", "key", "class", "connection", "owner", "cause", "closed",
        "month", "quietSeconds", "trial", "note", "text", "id"
    ];

    private static readonly string[] Values =
    [
        "order-to-cash", "done", "deadLettered", "2026-11-21T09:00:00Z", "2026-11-21", "5", "500", "-1", "0", "true", "false",
        "202611", "999912", "000101", "step", "validation", "bug", "stripe",
        "WyJhIiwiMyJd", "WyJhIixudWxsXQ==", "WyJhIiwiYiIsImMiXQ==", "bnVsbA==", "W10=", "not base64",
        "2147483648", "1e5", "x:y:z", "+00:00", "0", "3.5",
    ];

    private static readonly string[] Bodies =
    [
        "", "{}", "[]", "null", "1", "\"x\"", "{\"lines\":[]}", "{\"total\":1}", "{\"customer\":{\"email\":\"a@b\"}}",
        "{\"lines\":null}", "{\"currency\":\"XXX\"}"
    ];

    private static readonly string[] Methods = ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "POST", "GET", "BREW"];
    private readonly List<string> ids = ["nothing", "stripe", "zoho-inventory", "sage-100", "index.html", "event-stripe:evt_1"];
    private RunningApp? app;

    public override string Name => "operators";

    public override int Share => 40;

    public override int AtOnce => 16;

    public override async Task OpenAsync()
    {
        SpoiledAnswers.Spoil(null);
        app = await RunningApp.StartAsync();
        await SendAsync("dead.dead", "{\"id\":\"pi_00000000000000000000000000\",\"object\":\"payment_intent\"}");
        foreach (var sound in JsonElement.Parse(CorpusFile.Read("stripe-events.json")).EnumerateArray())
            await PostAsync(Encoding.UTF8.GetBytes(sound.GetRawText()));
        await app!.RestAsync();
        foreach (var page in (string[])["runs?flow=order-to-cash", "runs?flow=sales-order-to-sage", "dead-letters"])
            foreach (var item in (await app!.GetAsync("/api/" + page)).GetProperty("items").EnumerateArray())
                ids.Add((item.TryGetProperty("id", out var id) ? id : item.GetProperty("runId")).GetString()!);
    }

    public override Input Make(Dice dice)
    {
        var route = dice.One(Routes);
        var (method, path) = (route[..route.IndexOf(' ')], route[(route.IndexOf(' ') + 1)..]);
        if (dice.OnceIn(15)) method = dice.One(Methods);
        var query = string.Join('&', Enumerable.Range(0, dice.Below(5)).Select(_ => $"{dice.One(Parameters)}={Value(dice)}"));
        var id = dice.OnceIn(3) ? Value(dice) : dice.One(ids);
        var body = dice.OnceIn(2) ? Encoding.UTF8.GetBytes(dice.One(Bodies)) : ByteMutations.Of(Encoding.UTF8.GetBytes(dice.One(Bodies)), dice);
        var address = $"/api/{path.Replace("{id}", id)}{(query.Length > 0 ? "?" + query : "")}";
        if (dice.OnceIn(20)) address = "/" + Kept(ByteMutations.Of(address[1..], dice));
        return new Input(method is "GET" or "HEAD" ? [] : body, $"{method} {address}");
    }

    public override async ValueTask<string?> TryAsync(Input input)
    {
        var (method, path) = (input.Head[..input.Head.IndexOf(' ')], input.Head[(input.Head.IndexOf(' ') + 1)..]);
        if (!Uri.TryCreate(app!.Client.BaseAddress, path, out var address) || address.Port != app!.Client.BaseAddress!.Port) return null;
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        var type = new MediaTypeHeaderValue("application/json");
        if (input.Bytes.Length > 0) request.Content = new ByteArrayContent(input.Bytes) { Headers = { ContentType = type } };
        using var answer = await app!.Client.SendAsync(request);
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsByteArrayAsync();
        if (status >= 500) return $"{Route(path)} answered {status}: {Encoding.UTF8.GetString(text)}";
        if (method != "HEAD" && text.Length > 0 && answer.Content.Headers.ContentType?.MediaType == "application/json") JsonElement.Parse(text);
        return null;
    }

    public override async ValueTask<string?> CloseAsync()
    {
        await app!.RestAsync();
        return await app!.LettersAsync("class=bug");
    }

    public override ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Route(string path) => string.Join('/', path.Split('?')[0].Split('/').Take(3));

    /// <summary>Escaped, as clients send it; now and then as it is.</summary>
    private static string Value(Dice dice)
    {
        var value = dice.OnceIn(2) ? dice.One(Values) : OddTexts.Any(dice);
        if (value.Length > 2000) value = value[..2000];
        return dice.OnceIn(10) ? Kept(value) : Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));
    }

    /// <summary>Without what no HTTP client would let pass.</summary>
    private static string Kept(string text) => new([.. text.Where(c => c is > ' ' and < '\u007f' and not '#' and not '\\')]);

    private Task SendAsync(string type, string thing) => PostAsync(Encoding.UTF8.GetBytes(
        $$$"""{"id":"evt_{{{type}}}","object":"event","type":"payment_intent.succeeded","created":1790000000,"livemode":false,"data":{"object":{{{thing}}}}}"""));

    private async Task PostAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/stripe") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(
            "Stripe-Signature", StripeSignatureTarget.Sign(body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        (await app!.Client.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
