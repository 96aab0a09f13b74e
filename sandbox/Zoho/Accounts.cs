using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Zoho;

/// <summary>Mints, checks and revokes tokens (vendor notes, section 2).</summary>
internal sealed class Accounts(TimeProvider clock, IdSource ids, Grant first)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const int MostActive = 15;
    private static readonly TimeSpan window = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private Dictionary<string, AccessToken> tokens = [];

    public AccountsState State { get; private set; } = new() { Grants = [first] };

    /// <summary>Tokens a grant may mint in ten minutes; 0 = no limit.</summary>
    public int MostInWindow { get; set; } = 10;

    public bool Knows(string? clientId)
    {
        lock (gate) return State.Grants.Exists(grant => grant.ClientId == clientId);
    }

    /// <returns>The new token, or the word of the vendor's error answer.</returns>
    public (AccessToken? Token, string? Error) Refresh(string? clientId, string? secret, string? refreshToken)
    {
        lock (gate)
        {
            if (!State.Grants.Exists(grant => grant.ClientId == clientId)) return (null, "invalid_client");
            var own = State.Grants.FindAll(grant => grant.ClientId == clientId && grant.ClientSecret == secret);
            if (own.Count == 0) return (null, "invalid_client_secret");
            var found = own.Find(grant => grant.RefreshToken == refreshToken && !grant.IsRevoked);
            if (found is null) return (null, "invalid_code");
            var now = clock.GetUtcNow();
            found.Minted.RemoveAll(time => time <= now - window);
            if (MostInWindow > 0 && found.Minted.Count >= MostInWindow) return (null, "Access Denied");
            found.Minted.Add(now);
            return (Mint(found, now), null);
        }
    }

    public AccessToken? Find(string token)
    {
        lock (gate) return tokens.TryGetValue(token, out var found) && found.Expires > clock.GetUtcNow() ? found : null;
    }

    public void Forget(string token)
    {
        lock (gate) if (tokens.Remove(token, out var found)) State.Tokens.Remove(found);
    }

    /// <summary>A revoked refresh token takes its access tokens with it.</summary>
    public bool Revoke(string token)
    {
        lock (gate)
        {
            if (State.Grants.Find(grant => grant.RefreshToken == token && !grant.IsRevoked) is not { } grant) return false;
            grant.IsRevoked = true;
            foreach (var minted in State.Tokens.FindAll(minted => minted.RefreshToken == token)) Forget(minted.Token);
            return true;
        }
    }

    public void Add(Grant grant)
    {
        lock (gate)
        {
            State.Grants.RemoveAll(other => other.RefreshToken == grant.RefreshToken);
            State.Grants.Add(grant);
        }
    }

    /// <summary>Makes every access token invalid now, as if an hour had passed.</summary>
    public void ExpireAll()
    {
        lock (gate)
        {
            State.Tokens.Clear();
            tokens.Clear();
        }
    }

    public void Load(AccountsState state)
    {
        lock (gate)
        {
            State = state;
            tokens = state.Tokens.ToDictionary(token => token.Token);
        }
    }

    private AccessToken Mint(Grant grant, DateTimeOffset now)
    {
        State.Tokens.RemoveAll(token => token.Expires <= now && tokens.Remove(token.Token));
        var active = State.Tokens.FindAll(token => token.RefreshToken == grant.RefreshToken);
        if (active.Count >= MostActive) Forget(active[0].Token);
        var minted = new AccessToken(ids.Next("1000.", 32), grant.RefreshToken, grant.Scopes, now + Life);
        State.Tokens.Add(minted);
        tokens[minted.Token] = minted;
        return minted;
    }
}
