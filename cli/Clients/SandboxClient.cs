using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Cli.Stack;

namespace Isthmus.Cli.Clients;

/// <summary>The sandbox's controls, and the Stripe account in it.</summary>
internal sealed class SandboxClient(Uri address) : IDisposable
{
    public Uri Address => address;

    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancel) =>
        await ReadAsync(await Http.GetAsync(path, cancel), cancel);

    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancel) =>
        await ReadAsync(await Http.PostAsJsonAsync(path, body, cancel), cancel);

    /// <summary>Enters records as people would in a vendor's system; <c>where</c> is like <c>sage-300/records/AP/APVendors</c>.</summary>
    public Task<JsonElement> EnterAsync(string where, CancellationToken cancel, params object[] records) =>
        PostAsync("/_sandbox/" + where, JsonSerializer.SerializeToElement(records), cancel);

    /// <summary>Calls Stripe's own API; a form makes it a POST.</summary>
    public async Task<JsonElement> StripeAsync(string path, IEnumerable<KeyValuePair<string, string>>? form,
        CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, "/v1/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AppSettings.StripeKey);
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        return await ReadAsync(await Http.SendAsync(request, cancel), cancel);
    }

    /// <summary>Every record of every vendor.</summary>
    public Task<JsonElement> LedgerAsync(CancellationToken cancel) => GetAsync("/_sandbox/ledger", cancel);

    /// <summary>How many calls each vendor received.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CallsAsync(CancellationToken cancel) =>
        (await GetAsync("/_sandbox/calls", cancel)).EnumerateObject()
            .ToDictionary(vendor => vendor.Name, vendor => vendor.Value.GetProperty("total").GetInt64());

    public void Dispose() => Http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        using (answer)
        {
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            throw new HttpRequestException(
                $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} answered {(int)answer.StatusCode}: "
                + await answer.Content.ReadAsStringAsync(cancel));
        }
    }
}
