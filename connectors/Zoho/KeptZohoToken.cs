using System.Text.Json;
using Azure;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;

namespace Isthmus.Connectors.Zoho;

/// <summary>
/// Keeps the access token, with the server that it is for, over restarts and for all processes: Zoho gives ten in ten minutes and
/// then none. Who holds the refresh token can open it, nobody else.
/// </summary>
internal sealed class KeptZohoToken(
    string connection, ZohoAccountOptions options, SealedNotes notes, VaultReader vault, Func<CancellationToken, Task<ZohoToken>> mint,
    TimeProvider time)
{
    private const string Note = "access-token";
    private static readonly TimeSpan WorthUsing = TimeSpan.FromMinutes(6);
    private bool looked;

    /// <summary>A token of another data centre's accounts server is of no use when the organisation has moved.</summary>
    private string AccountsServer => options.AccountsServer!.AbsoluteUri;

    /// <summary>The kept token at the first call, where it holds for a while; a new one at every later call.</summary>
    public async Task<ZohoToken> MintAsync(CancellationToken cancellation)
    {
        var secret = await vault.ReadAsync(options.RefreshTokenSecret, cancellation);
        var kept = looked ? null : await FindAsync(secret, cancellation);
        looked = true;
        if (kept is not null && kept.Expires - time.GetUtcNow() > WorthUsing) return kept;
        var token = await mint(cancellation);
        await KeepAsync(token, secret, cancellation);
        return token;
    }

    private async Task<ZohoToken?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (await notes.OpenAsync(connection, Note, secret, cancellation) is not { } box) return null;
        using var note = JsonDocument.Parse(box);
        if (note.RootElement.Text("accounts_server") != AccountsServer) return null;
        return ZohoToken.TryRead(note.RootElement, note.RootElement.GetProperty("minted").GetDateTimeOffset());
    }

    private async Task KeepAsync(ZohoToken token, string secret, CancellationToken cancellation)
    {
        var note = JsonSerializer.SerializeToUtf8Bytes(new
        {
            access_token = token.Value, api_domain = token.ApiDomain.ToString(), scope = token.Scope, minted = token.Minted,
            expires_in = (long)(token.Expires - token.Minted).TotalSeconds, accounts_server = AccountsServer,
        });
        try { await notes.SealAsync(connection, Note, secret, note, cancellation); }
        catch (RequestFailedException)
        {
            // The token serves as well where the store does not take it; the next process asks for its own.
        }
    }
}
