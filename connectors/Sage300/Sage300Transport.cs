using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Sage300;

/// <summary>Calls the Web API as its user. Writes of one module go one after the other: order entry and posting lock tables.</summary>
internal sealed class Sage300Transport(Sage300Options options, CallPipeline pipeline, VaultReader vault)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> writing = new(StringComparer.OrdinalIgnoreCase);

    public void BeginTurn() => pipeline.BeginTurn();

    public Task<ApiAnswer> GetAsync(string operation, string path, CancellationToken cancellation) =>
        SendAsync(new ApiCall(operation, HttpMethod.Get, path), cancellation);

    public async Task<ApiAnswer> WriteAsync(string module, ApiCall call, CancellationToken cancellation)
    {
        var turn = writing.GetOrAdd(module, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try { return await SendAsync(call, cancellation); }
        finally { turn.Release(); }
    }

    private Task<ApiAnswer> SendAsync(ApiCall call, CancellationToken cancellation) =>
        pipeline.SendAsync(options.BaseAddress!, call, AuthorizeAsync, cancellation);

    private async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // Without a content type the answer is a server error, also to a GET.
        request.Content ??= new ByteArrayContent([]);
        request.Content.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
        var password = options.PasswordSecret.Length == 0 ? "" : await vault.ReadAsync(options.PasswordSecret, cancellation);
        var signOn = $"{options.User}:{password}".ToUpperInvariant();
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(signOn)));
    }
}
