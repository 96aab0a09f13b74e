using System.Net.Http.Headers;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>
/// Calls one product of Zoho at the server that the token names. A refused token is renewed once and the call made once
/// more; a second refusal is a matter of scopes or roles.
/// </summary>
internal sealed class ZohoTransport(string apiPath, CallPipeline pipeline, ZohoTokens tokens)
{
    public void BeginTurn() => pipeline.BeginTurn("begin a step");

    public async Task<JsonElement> SendAsync(ApiCall call, CancellationToken cancellation)
    {
        var token = await tokens.GetAsync(cancellation);
        try
        {
            return await SendAsync(call, token, cancellation);
        }
        catch (FailureException error) when (MayBeStale(error.Failure, token))
        {
            tokens.Drop(token);
        }
        return await SendAsync(call, await tokens.GetAsync(cancellation), cancellation);
    }

    private async Task<JsonElement> SendAsync(ApiCall call, ZohoToken token, CancellationToken cancellation)
    {
        var address = new Uri(token.ApiDomain.AbsoluteUri.TrimEnd('/') + apiPath);
        var answer = await pipeline.SendAsync(address, call, (request, _) =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Zoho-oauthtoken", token.Value);
            return ValueTask.CompletedTask;
        }, cancellation);
        return answer.Json!.Value;
    }

    /// <summary>A missing scope looks like a stale token; when the token is young it is not worth another one.</summary>
    private bool MayBeStale(Failure failure, ZohoToken token) => failure.Code switch
    {
        "token-refused" => true,
        "not-authorised" => pipeline.Time.GetUtcNow() - token.Minted > TimeSpan.FromMinutes(5),
        _ => false,
    };
}
