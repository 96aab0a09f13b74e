namespace Isthmus.Connectors.Http;

/// <summary>What a webhook's signature is worth.</summary>
public enum SignatureVerdict
{
    /// <summary>Made by somebody who has one of the secrets, over exactly these bytes.</summary>
    Valid,
    /// <summary>There is no signature header.</summary>
    Missing,
    /// <summary>The header cannot be read.</summary>
    Malformed,
    /// <summary>It is too old, or from the future: a replay, or a wrong clock.</summary>
    Stale,
    /// <summary>No secret makes this signature over these bytes.</summary>
    NoMatch,
}
