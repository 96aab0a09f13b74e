using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Stripe;

/// <summary>Stripe's API, at /stripe/v1 and, for clients that know no base path, at /v1.</summary>
internal sealed class StripeVendor(SandboxServices services) : IVendor
{
    public string Name => "stripe";

    public IReadOnlyList<string> Segments { get; } = ["stripe", "v1", "v2"];

    public void Map(IEndpointRouteBuilder routes) { _ = services; }

    public JsonNode Ledger() => new JsonObject();

    public void Reset() { }

    public JsonNode Save() => new JsonObject();

    public void Load(JsonNode state) { }
}
