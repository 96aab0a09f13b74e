using System.Net.Http.Headers;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Stripe;

/// <summary>Calls Stripe with the account's key and the pinned version; bodies are forms, answers are JSON.</summary>
internal sealed class StripeTransport(StripeOptions options, CallPipeline pipeline, VaultReader vault)
{
    public Task<JsonElement> GetAsync(string operation, string path, CancellationToken cancellation) =>
        SendAsync(new ApiCall(operation, HttpMethod.Get, path), cancellation);

    public Task<JsonElement> PostAsync(
        string operation, string path, IEnumerable<(string, string?)> form, string idempotencyKey,
        CancellationToken cancellation) =>
        SendAsync(new ApiCall(operation, HttpMethod.Post, path)
        {
            Body = Query.Form(form),
            ContentType = "application/x-www-form-urlencoded",
            IdempotencyKey = idempotencyKey,
        }, cancellation);

    private async Task<JsonElement> SendAsync(ApiCall call, CancellationToken cancellation) =>
        (await pipeline.SendAsync(options.BaseAddress, call, AuthorizeAsync, cancellation)).Json!.Value;

    private async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var key = await vault.ReadAsync(options.ApiKeySecret, cancellation);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("Stripe-Version", options.ApiVersion);
    }
}
