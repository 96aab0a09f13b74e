using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>/v1/webhook_endpoints. The secret is shown once, by the call that creates the endpoint.</summary>
internal sealed class EndpointOperations(StripeAccount account, EndpointSecrets secrets)
{
    private static readonly Shape Fields = new()
    {
        { Take.Text(), "description" }, { "metadata", Take.Metadata }
    };

    private static readonly Shape CreateShape = Fields.With(new Shape
    {
        { "url", Take.Text().Needed() }, { "enabled_events", Take.ListOf(Take.Text(), 500).Needed() },
        { "api_version", Take.Text() }, { "connect", Take.Ignored }
    });

    private static readonly Shape UpdateShape = Fields.With(new Shape
    {
        { "url", Take.Text() }, { "enabled_events", Take.ListOf(Take.Text(), 500) }, { "disabled", Take.Boolean }
    });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/webhook_endpoints", Shapes.Page, call => account.Records.Endpoints.Page(call, "/v1/webhook_endpoints")),
        StripeOperation.Post("/v1/webhook_endpoints", CreateShape, call => Create(call, account.NewId("whsec_", 32))),
        StripeOperation.Get("/v1/webhook_endpoints/{id}", Shapes.Read, call => account.Records.Endpoints.Need(call)),
        StripeOperation.Post("/v1/webhook_endpoints/{id}", UpdateShape, Update),
        StripeOperation.Delete("/v1/webhook_endpoints/{id}", Delete)
    ];

    public JsonObject Create(StripeCall call, string secret)
    {
        if (call.Text("api_version") is { } version) StripeVersion.Checked(version);
        var endpoint = account.Records.Endpoints.Add(new JsonObject
        {
            ["id"] = account.NewId("we_1"), ["object"] = "webhook_endpoint", ["api_version"] = call.Text("api_version"),
            ["application"] = null, ["created"] = account.Now, ["description"] = call.Text("description"),
            ["enabled_events"] = call.Parameters["enabled_events"]!.DeepClone(), ["livemode"] = call.Livemode,
            ["metadata"] = Patch.NewMetadata(call.Parameters["metadata"]), ["status"] = "enabled", ["url"] = CheckedUrl(call)
        });
        secrets.Add(endpoint["id"]!.GetValue<string>(), secret, othersUntil: 0);
        var shown = (JsonObject)endpoint.DeepClone();
        shown["secret"] = secret;
        return shown;
    }

    /// <summary>Gives the endpoint a new secret; the old one signs as well until it expires.</summary>
    public string Roll(string id, string? secret, long oldSignsSeconds)
    {
        var next = secret ?? account.NewId("whsec_", 32);
        secrets.Add(id, next, account.Now + oldSignsSeconds);
        return next;
    }

    private Answer Update(StripeCall call)
    {
        var endpoint = account.Records.Endpoints.Need(call);
        if (call.Text("url") is not null) CheckedUrl(call);
        Patch.Metadata(endpoint, call.Parameters, Patch.Apply(endpoint, call.Parameters, "url", "enabled_events", "description"));
        if (call.Flag("disabled") is { } disabled) endpoint["status"] = disabled ? "disabled" : "enabled";
        return endpoint;
    }

    private Answer Delete(StripeCall call)
    {
        var id = account.Records.Endpoints.Need(call)["id"]!.GetValue<string>();
        account.Records.Endpoints.Remove(id);
        secrets.Remove(id);
        return new JsonObject { ["id"] = id, ["object"] = "webhook_endpoint", ["deleted"] = true };
    }

    private static string CheckedUrl(StripeCall call)
    {
        var url = call.Text("url")!;
        var valid = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme is "http" or "https");
        if (!valid) throw Refuse.Bad("Invalid URL: An explicit scheme (such as https) must be provided.", "url_invalid", "url");
        return url;
    }
}
