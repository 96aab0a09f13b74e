namespace Isthmus.Connectors.Intacct.Sessions;

/// <summary>A session: its id is a secret, and it is good only at its own endpoint.</summary>
internal sealed class IntacctSession(string id, Uri endpoint, DateTimeOffset opened, DateTimeOffset expires)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly Lock gate = new();
    private DateTimeOffset expires = expires;

    public string Id { get; } = id;

    public Uri Endpoint { get; } = endpoint;

    /// <summary>Not so near its end that a call might find it gone.</summary>
    public bool IsGood(DateTimeOffset now)
    {
        lock (gate)
        {
            var tenth = (expires - opened) / 10;
            return expires - now > (tenth < Early ? tenth : Early);
        }
    }

    /// <summary>Each call moves the end: what its answer says counts, if it is later.</summary>
    public void Slide(DateTimeOffset? until)
    {
        lock (gate) if (until > expires) expires = until.Value;
    }
}
