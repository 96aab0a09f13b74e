using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>One call that passed authentication and validation.</summary>
/// <param name="Parameters">The parameters, typed; a null value means "unset".</param>
/// <param name="Route">Values from the path.</param>
/// <param name="Livemode">Whether a live key was used.</param>
/// <param name="RequestId">"req_..."; null when a control, not an API request, is the cause.</param>
/// <param name="IdempotencyKey">The caller's, or null.</param>
/// <param name="Version">The API version that the call runs under.</param>
internal sealed record StripeCall(
    JsonObject Parameters, RouteValueDictionary Route, bool Livemode, string? RequestId, string? IdempotencyKey, string Version)
{
    public string Id => (string)Route["id"]!;

    public string? Text(string name) => Parameters[name]?.GetValue<string>();

    public long? Number(string name) => Parameters[name]?.Long();

    public bool? Flag(string name) => Parameters[name]?.GetValue<bool>();

    /// <summary>A call that a control makes on its own.</summary>
    public static StripeCall OfControl(bool livemode, JsonObject? parameters = null) =>
        new(parameters ?? [], [], livemode, null, null, "");
}
