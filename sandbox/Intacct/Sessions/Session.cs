namespace Isthmus.Sandbox.Intacct.Sessions;

/// <summary>A session: who, for which entity, at which endpoint only, and until when.</summary>
internal sealed record Session(string Id, string Endpoint, string Entity, DateTimeOffset Expires)
{
    /// <summary>Results of readByQuery that readMore goes on with; they end with the session.</summary>
    public Dictionary<string, StoredResult> Results { get; init; } = [];
}
