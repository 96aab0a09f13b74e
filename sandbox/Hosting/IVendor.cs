using System.Text;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Hosting;

/// <summary>One vendor's servers, as far as the sandbox stands in for them.</summary>
internal interface IVendor
{
    /// <summary>"stripe", "zoho-inventory", "sage-100": the first segment of its paths and its key in the ledger.</summary>
    string Name { get; }

    /// <summary>First path segments that belong to this vendor; faults and call counts go by them.</summary>
    IReadOnlyList<string> Segments => [Name];

    /// <summary>Maps its routes under /Name/... and its controls under /_sandbox/Name/...</summary>
    void Map(IEndpointRouteBuilder routes);

    /// <summary>Every record it holds, for people and for proofs. Shapes are the vendor's own.</summary>
    JsonNode Ledger();

    /// <summary>Forgets every record; settings and webhook destinations stay.</summary>
    void Reset();

    /// <summary>Everything needed to go on after a restart.</summary>
    JsonNode Save();

    /// <summary>Takes back what <see cref="Save"/> gave, in a fresh process.</summary>
    void Load(JsonNode state);

    /// <summary>The switches in force (rate limit on or off, delays).</summary>
    JsonObject Settings() => [];

    /// <summary>Changes switches; an unknown name or a wrong type is refused with <see cref="ControlException"/>.</summary>
    void Configure(JsonObject settings) => throw new ControlException($"{Name} has no settings.");

    /// <summary>The body this vendor sends with an error status that a fault asked for; null for an empty body.</summary>
    JsonNode? FaultAnswer(int status, string? code) => new JsonObject { ["message"] = $"Fault {status}" };

    /// <summary>
    /// What a fault answers where it is no JSON; null where it is. The code "html" stands for a proxy in front of the vendor, which
    /// answers with a page.
    /// </summary>
    (string ContentType, byte[] Body)? FaultPage(int status, string? code) => code != "html" ? null
        : ("text/html;charset=UTF-8", Encoding.UTF8.GetBytes($"<html><body><h1>{status}</h1>Try again later.</body></html>"));
}
