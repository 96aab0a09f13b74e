namespace Isthmus.Connectors.Http;

/// <summary>One call as a client wants it made.</summary>
/// <param name="Operation">What it is for, in words for people, such as <c>create sales order</c>. Never holds a value of a
/// record.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the connection's base address.</param>
internal sealed record ApiCall(string Operation, HttpMethod Method, string Path)
{
    /// <summary>The body, or nothing.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>The vendor's idempotency header, where the vendor has one.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>True when making the call twice has the effect of making it once.</summary>
    public bool Repeatable { get; init; } = Method == HttpMethod.Get;

    /// <summary>True when the call changes nothing at the vendor.</summary>
    public bool ReadOnly { get; init; } = Method == HttpMethod.Get;

    /// <summary>Further headers, beside those of every call.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What the vendor counts it as, where it counts more than calls.</summary>
    public int Weight { get; init; } = 1;

    public bool MayRepeat => Repeatable || IdempotencyKey is not null;
}
