using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Bench.Stack;

/// <summary>Sends signed Stripe webhooks as Stripe does, each of another payment.</summary>
internal sealed class StripeWebhooks(Uri app, string secret, int connections) : IDisposable
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections })
    {
        BaseAddress = app, Timeout = TimeSpan.FromMinutes(1),
    };

    public static string Intent(long number) => $"pi_{number:D12}";

    /// <summary>The order's number that the app gives to the payment.</summary>
    public static string OrderNumber(long number) => $"STR-{number:D12}";

    /// <summary>True when the app said that the event is stored.</summary>
    public async Task<bool> SendAsync(long number, string type = "checkout.session.completed")
    {
        var body = Encoding.UTF8.GetBytes(Body(number, type));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/stripe") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Stripe-Signature", Sign(body));
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    public void Dispose() => http.Dispose();

    private string Sign(byte[] body)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = new byte[stamp.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes(stamp + ".", text);
        body.CopyTo(text, stamp.Length + 1);
        return $"t={stamp},v1={Convert.ToHexStringLower(HMACSHA256.HashData(key, text))}";
    }

    /// <summary>As long as a real one: Stripe's checkout.session.completed is about 2.5 KB.</summary>
    private static string Body(long number, string type) =>
        $$"""
        {"id":"evt_{{number:D12}}{{type.Length}}","object":"event","api_version":"2025-09-30.clover","created":1795246484,"livemode":false,
        "pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"{{type}}","data":{"object":{
        "id":"cs_test_{{number:D12}}","object":"checkout.session","payment_intent":"pi_{{number:D12}}","payment_status":"paid",
        "amount_total":1200,"currency":"gbp","mode":"payment","status":"complete","livemode":false,"url":null,
        "padding":"{{Padding}}"} } }
        """;

    private static readonly string Padding = new('x', 1800);
}
