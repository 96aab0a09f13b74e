using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Notifications;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Setup;

namespace Isthmus.Sandbox.ZohoCrm.Controls;

/// <summary>The controls under /_sandbox/zoho-crm.</summary>
/// <remarks>
/// POST records/{module}: a list of records, as a person would write them; .../delete and .../restore: {ids}. POST merge:
/// {module, master, children}. POST edition: {paidType}. POST fields: a list of <see cref="FieldDefinition"/>. POST pipelines:
/// a list of {display_value, default, stages: [{display_value, actual_value, probability, forecast_type}]}. POST datacenter:
/// {location, firstAccountsStays}. GET setup: ids, credits and the most calls at once. GET and POST settings:
/// <see cref="CrmSettings"/>. POST clients: {clientId, clientSecret, refreshToken, scopes}. POST tokens/expire. POST
/// channels/drop: {channelId}, or all: subscriptions vanish as at the vendor, without a word.
/// </remarks>
internal sealed class CrmControls(CrmVendor vendor, Org org, Channels channels, Accounts accounts, CrmLimits limits)
{
    private const string Root = "/_sandbox/" + CrmVendor.VendorName;
    private readonly ByPeople people = new(org);

    public void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "/records/{module}", people.Write);
        Post(routes, "/records/{module}/delete", (module, body) => people.Delete(module, body.AsObject()));
        Post(routes, "/records/{module}/restore", (module, body) => people.Restore(module, body.AsObject()));
        Post(routes, "/merge", (_, body) => people.Merge(body.AsObject()));
        Post(routes, "/edition", (_, body) => Edition(body.AsObject()));
        Post(routes, "/fields", (_, body) => Fields(body));
        Post(routes, "/pipelines", (_, body) => Pipelines(body));
        Post(routes, "/datacenter", (_, body) => Move(body.AsObject()));
        Post(routes, "/clients", (_, body) => Client(body.AsObject()));
        Post(routes, "/tokens/expire", (_, _) => { accounts.ExpireAll(); return new JsonObject { ["expired"] = true }; });
        Post(routes, "/channels/drop", (_, body) => Drop(body.AsObject()));
        Post(routes, "/settings", (_, body) => { vendor.Configure(body.AsObject()); return vendor.Settings(); });
        routes.MapGet(Root + "/settings", context => context.Response.WriteJsonAsync(200, vendor.Settings()));
        routes.MapGet(Root + "/setup", context => context.Response.WriteJsonAsync(200, vendor.Run(Setup)));
    }

    private JsonObject Edition(JsonObject body)
    {
        body.AllowOnly("paidType");
        var paidType = body.Need<string>("paidType").ToLowerInvariant();
        if (!Tiers.OfPaidType.ContainsKey(paidType))
            throw new ControlException($"paidType '{paidType}' is not known. Known: {string.Join(", ", Tiers.OfPaidType.Keys)}.");
        org.PaidType = paidType;
        return new JsonObject { ["paidType"] = paidType };
    }

    private JsonObject Fields(JsonNode body)
    {
        try
        {
            foreach (var definition in body.Deserialize<FieldDefinition[]>() ?? [])
            {
                FieldSetup.Define(org, definition);
                org.Definitions.Add(definition);
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new ControlException(exception.Message);
        }
        return Setup();
    }

    private JsonObject Pipelines(JsonNode body)
    {
        org.Pipelines = [.. body.AsArray().Select(node => node!.AsObject()).Select(pipeline => new Pipeline(
            pipeline.Need<string>("display_value"), pipeline.Get<bool>("default"),
            [.. pipeline.Need<JsonArray>("stages").Select(node => node!.AsObject()).Select(stage => new Stage(
                stage.Need<string>("display_value"), stage.Get<string>("actual_value") ?? stage.Need<string>("display_value"),
                stage.Get<int>("probability"), stage.Need<string>("forecast_type")))]))];
        FieldSetup.ShowStages(org);
        return Setup();
    }

    /// <summary>The organisation moves: tokens of before are worth nothing, and the API is at another host.</summary>
    private JsonObject Move(JsonObject body)
    {
        body.AllowOnly("location", "firstAccountsStays");
        var location = body.Need<string>("location");
        if (!DataCenters.All.TryGetValue(location, out var center))
            throw new ControlException($"location '{location}' is not known. Known: {string.Join(", ", DataCenters.All.Keys)}.");
        (org.Location, org.FirstAccountsStays) = (location, body.Get("firstAccountsStays", true));
        accounts.ExpireAll();
        return new JsonObject { ["location"] = location, ["api"] = center.Api, ["accounts"] = center.Accounts };
    }

    private JsonObject Client(JsonObject body)
    {
        body.AllowOnly("clientId", "clientSecret", "refreshToken", "scopes");
        accounts.Add(new Grant
        {
            ClientId = body.Need<string>("clientId"),
            ClientSecret = body.Need<string>("clientSecret"),
            RefreshToken = body.Need<string>("refreshToken"),
            Scopes = body.Get<string[]>("scopes") ?? CrmScopes.Everything,
        });
        return new JsonObject { ["clientId"] = body.Need<string>("clientId") };
    }

    private JsonObject Drop(JsonObject body)
    {
        body.AllowOnly("channelId");
        var dropped = channels.Live.Where(channel => body.Get<string>("channelId") is not { } id || channel.ChannelId == id)
            .ToList();
        foreach (var channel in dropped) channels.Remove(channel.ChannelId);
        return new JsonObject { ["dropped"] = dropped.Count };
    }

    private JsonObject Setup() => new()
    {
        ["paidType"] = org.PaidType,
        ["location"] = org.Location,
        ["creditsUsed"] = limits.Used,
        ["mostCallsAtOnce"] = limits.Highest,
        ["mostHeavyCallsAtOnce"] = limits.HighestHeavy,
        ["recordsLookedAt"] = org.LookedAt,
        ["automations"] = org.Automations.Show(),
        ["users"] = new JsonObject(CrmUser.All.Select(user => KeyValuePair.Create(user.FullName, (JsonNode?)user.Id.ToString()))),
        ["modules"] = new JsonObject(org.Modules.Select(module => KeyValuePair.Create(module.ApiName, (JsonNode?)new JsonObject
        {
            ["id"] = module.Id.ToString(), ["layoutId"] = module.LayoutId.ToString(), ["open"] = org.IsOpen(module),
            ["records"] = module.Records.Count,
        }))),
    };

    private void Post(IEndpointRouteBuilder routes, string path, Func<string, JsonNode, JsonNode> handle) =>
        routes.MapPost(Root + path, async context =>
        {
            var body = await ReadAsync(context.Request);
            var module = (string?)context.Request.RouteValues["module"] ?? "";
            await context.Response.WriteJsonAsync(200, vendor.Run(() => handle(module, body)));
        });

    private static async Task<JsonNode> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        try { return (text.Length == 0 ? null : JsonNode.Parse(text)) ?? new JsonObject(); }
        catch (JsonException exception) { throw new ControlException($"The body is not JSON: {exception.Message}"); }
    }
}
