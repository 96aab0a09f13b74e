using Isthmus.Connectors.Http;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>Asks the accounts server for one access token. Secrets travel in the body, never in the address.</summary>
internal sealed class ZohoTokenSource(string connection, ZohoAccountOptions options, CallPipeline pipeline, VaultReader vault)
{
    private readonly SlidingWindow allowed = new(limit: 10, ZohoTokenErrors.Throttle);

    public async Task<ZohoToken> MintAsync(CancellationToken cancellation)
    {
        var call = new ApiCall("renew access token", HttpMethod.Post, "/oauth/v2/token")
        {
            ContentType = "application/x-www-form-urlencoded",
            Body = Query.Form(
            [
                ("grant_type", "refresh_token"),
                ("client_id", await vault.ReadAsync(options.ClientIdSecret, cancellation)),
                ("client_secret", await vault.ReadAsync(options.ClientSecretSecret, cancellation)),
                ("refresh_token", await vault.ReadAsync(options.RefreshTokenSecret, cancellation)),
            ]),
            Repeatable = true,
            ReadOnly = true,
        };
        RequireRoom(call);
        var answer = await pipeline.SendAsync(options.AccountsServer!, call, (_, _) => ValueTask.CompletedTask, cancellation);
        return ZohoToken.TryRead(answer.Json!.Value, pipeline.Time.GetUtcNow())
            ?? throw new FailureException(TransportErrors.Malformed(connection, call, answer.Status).Failure);
    }

    private void RequireRoom(ApiCall call)
    {
        var now = pipeline.Time.GetUtcNow();
        if (allowed.Next > now)
            throw new FailureException(ZohoTokenErrors.Throttled(connection, call, allowed.Next - now).Failure);
        allowed.Take(now);
    }
}
