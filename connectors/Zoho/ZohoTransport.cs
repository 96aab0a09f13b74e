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
    public void BeginTurn() => pipeline.BeginTurn();

    /// <summary>The answer's document, for products that always send one.</summary>
    public async Task<JsonElement> SendAsync(ApiCall call, CancellationToken cancellation) =>
        (await AskAsync(call, cancellation)).Json!.Value;

    /// <summary>The answer as it came; its body may be empty where the product's judge lets that pass.</summary>
    public async Task<ApiAnswer> AskAsync(ApiCall call, CancellationToken cancellation)
    {
        var token = await tokens.GetAsync(cancellation);
        try
        {
            return await AskAsync(call, token, cancellation);
        }
        catch (FailureException error) when (MayBeStale(error.Failure, token))
        {
            tokens.Drop(token);
        }
        return await AskAsync(call, await tokens.GetAsync(cancellation), cancellation);
    }

    private Task<ApiAnswer> AskAsync(ApiCall call, ZohoToken token, CancellationToken cancellation)
    {
        var address = new Uri(token.ApiDomain.AbsoluteUri.TrimEnd('/') + apiPath);
        return pipeline.SendAsync(address, call, (request, _) =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Zoho-oauthtoken", token.Value);
            return ValueTask.CompletedTask;
        }, cancellation);
    }

    /// <summary>A missing scope looks like a stale token; when the token is young it is not worth another one.</summary>
    private bool MayBeStale(Failure failure, ZohoToken token) => failure.Code switch
    {
        "token-refused" or "wrong-host" => true,
        "not-authorised" => pipeline.Time.GetUtcNow() - token.Minted > TimeSpan.FromMinutes(5),
        _ => false,
    };
}
