using System.Net.Http.Headers;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Sage100.Outbound;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Sage100;

/// <summary>Calls the agent with its key.</summary>
internal sealed class SageTransport(SageOptions options, CallPipeline pipeline, VaultReader vault)
{
    private readonly Uri address = options.Mode == SageAgentMode.Outbound ? OutboundHandler.Address : options.BaseAddress!;

    public void BeginTurn() => pipeline.BeginTurn();

    public Task<JsonElement> GetAsync(string operation, string path, CancellationToken cancellation) =>
        SendAsync(new ApiCall(operation, HttpMethod.Get, path), cancellation);

    /// <summary>Asks without changing anything.</summary>
    public Task<JsonElement> AskAsync(string operation, string path, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        SendAsync(new ApiCall(operation, HttpMethod.Post, path) { Body = body, Repeatable = true, ReadOnly = true },
            cancellation);

    /// <summary>Changes something.</summary>
    public Task<JsonElement> ChangeAsync(
        string operation, string path, ReadOnlyMemory<byte> body, bool repeatable, CancellationToken cancellation) =>
        SendAsync(new ApiCall(operation, HttpMethod.Post, path) { Body = body, Repeatable = repeatable }, cancellation);

    private async Task<JsonElement> SendAsync(ApiCall call, CancellationToken cancellation) =>
        (await pipeline.SendAsync(address, call, AuthorizeAsync, cancellation)).Json!.Value;

    /// <summary>An agent that comes to the app has shown its key when it came.</summary>
    private async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (options.Mode == SageAgentMode.Outbound) return;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer",
            await vault.ReadAsync(options.KeySecret, cancellation));
    }
}
