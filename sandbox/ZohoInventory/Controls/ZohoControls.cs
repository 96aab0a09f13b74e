using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Webhooks;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>The controls under /_sandbox/zoho-inventory.</summary>
/// <remarks>
/// GET setup: ids of accounts, currencies, taxes, locations and custom fields. GET and POST settings: <see cref="Settings"/>.
/// POST items and contacts: <see cref="Seeding"/>. POST custom-fields: {module, label, api_name, data_type, unique}.
/// POST taxes: {name, percentage}. POST clients: {clientId, clientSecret, refreshToken, scopes}. POST tokens/expire.
/// GET, POST and DELETE webhooks: <see cref="WebhookRule"/>. POST salesorders/{id or number}/ship: {lines, carrier,
/// trackingNumber}; .../deliver; .../return: <see cref="ReturnsDesk"/>. POST salesreturns/{id or number}/approve, /decline and
/// /receive. POST creditnotes/{id or number}/mark-for-refund. POST contacts/{id}/merge: {into}. POST by-hand:
/// <see cref="ByHand"/>.
/// </remarks>
internal sealed class ZohoControls(ZohoVendor vendor, Company company, Accounts accounts, WebhookRules rules, TimeProvider clock)
{
    private const string Root = "/_sandbox/" + ZohoVendor.VendorName;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root + "/setup", context => Answer(context, _ => Setup.Of(company)));
        routes.MapGet(Root + "/settings", context => Answer(context, _ => vendor.Settings()));
        Post(routes, "/settings", body => { vendor.Configure(body.AsObject()); return vendor.Settings(); });
        Post(routes, "/items", body => Seeding.Items(company, body, clock.GetUtcNow()));
        Post(routes, "/contacts", body => Seeding.Contacts(company, body, clock.GetUtcNow()));
        Post(routes, "/custom-fields", body => Setup.AddCustomField(company, body.AsObject()));
        Post(routes, "/taxes", body => Setup.AddTax(company, body.AsObject()));
        Post(routes, "/clients", body => AddClient(body.AsObject()));
        Post(routes, "/tokens/expire", _ => { accounts.ExpireAll(); return new JsonObject { ["expired"] = true }; });
        routes.MapGet(Root + "/webhooks", context => Answer(context, _ => ShowRules()));
        routes.MapDelete(Root + "/webhooks", context => Answer(context, _ => { rules.All = []; return ShowRules(); }));
        Post(routes, "/webhooks", body => AddRule(body.AsObject()));
        Post(routes, "/salesorders/{id}/ship", (id, body) => Fulfilment.Ship(company, id, body.AsObject(), clock.GetUtcNow()));
        Post(routes, "/salesorders/{id}/deliver", (id, _) => Fulfilment.Deliver(company, id, clock.GetUtcNow()));
        Post(routes, "/salesorders/{id}/return", (id, body) => ReturnsDesk.Open(company, id, body.AsObject(), clock.GetUtcNow()));
        Post(routes, "/salesreturns/{id}/approve", (id, _) => ReturnsDesk.Decide(company, id, true, clock.GetUtcNow()));
        Post(routes, "/salesreturns/{id}/decline", (id, _) => ReturnsDesk.Decide(company, id, false, clock.GetUtcNow()));
        Post(routes, "/salesreturns/{id}/receive",
            (id, body) => ReturnsDesk.Receive(company, id, body.AsObject(), clock.GetUtcNow()));
        Post(routes, "/creditnotes/{id}/mark-for-refund", (id, _) => ReturnsDesk.MarkForRefund(company, id, clock.GetUtcNow()));
        Post(routes, "/contacts/{id}/merge", (id, body) => Merge(id, body.AsObject()));
        Post(routes, "/by-hand", body => ByHand.Do(company, body.AsObject(), clock.GetUtcNow()));
    }

    private JsonObject Merge(string id, JsonObject body)
    {
        body.AllowOnly("into");
        var loser = company.Contacts.Find(id) ?? throw Refusal.Missing("Contact");
        var winner = company.Contacts.Find(body.Need<string>("into")) ?? throw Refusal.Missing("Contact");
        Merging.Merge(company, winner, loser, clock.GetUtcNow());
        return ContactView.Full(company, winner);
    }

    private JsonObject AddClient(JsonObject body)
    {
        body.AllowOnly("clientId", "clientSecret", "refreshToken", "scopes");
        accounts.Add(new Grant
        {
            ClientId = body.Need<string>("clientId"),
            ClientSecret = body.Need<string>("clientSecret"),
            RefreshToken = body.Need<string>("refreshToken"),
            Scopes = body.Get<string[]>("scopes") ?? ["ZohoInventory.FullAccess.all"],
        });
        return new JsonObject { ["clientId"] = body.Need<string>("clientId") };
    }

    private JsonObject AddRule(JsonObject body)
    {
        body.AllowOnly("url", "secret", "rules", "body", "parameters", "raw", "headers", "retryAfterSeconds");
        var rule = new WebhookRule
        {
            Id = company.Series.NextId(),
            Url = body.Need<string>("url"),
            Secret = body.Get<string>("secret"),
            Rules = body.Get<string[]>("rules") ?? ["*"],
            Body = body.Get<string>("body") ?? "default",
            Parameters = body.Get<Dictionary<string, string>>("parameters") ?? [],
            Raw = body.Get<string>("raw") ?? "",
            Headers = body.Get<Dictionary<string, string>>("headers") ?? [],
            RetryAfterSeconds = body.Get<int[]>("retryAfterSeconds") ?? [],
        };
        if (!Uri.TryCreate(rule.Url, UriKind.Absolute, out _)) throw new ControlException("'url' must be an absolute address.");
        if (rule.Body is not ("default" or "form" or "raw")) throw new ControlException("'body' is default, form or raw.");
        if (rule.Secret is { } secret && (secret.Length is < 12 or > 50 || !secret.All(char.IsAsciiLetterOrDigit)))
            throw new ControlException("'secret' has 12 to 50 letters and digits.");
        rules.All = [.. rules.All, rule];
        return new JsonObject { ["webhook_id"] = rule.Id };
    }

    private JsonObject ShowRules() => new()
    {
        ["webhooks"] = new JsonArray([.. rules.All.Select(rule => (JsonNode)new JsonObject
        {
            ["webhook_id"] = rule.Id,
            ["url"] = rule.Url,
            ["rules"] = JsonSerializer.SerializeToNode(rule.Rules),
            ["body"] = rule.Body,
            ["signed"] = rule.Secret is not null,
        })]),
    };

    private void Post(IEndpointRouteBuilder routes, string path, Func<JsonNode, JsonNode> handle) =>
        Post(routes, path, (_, body) => handle(body));

    private void Post(IEndpointRouteBuilder routes, string path, Func<string, JsonNode, JsonNode> handle) =>
        routes.MapPost(Root + path, async context =>
        {
            var body = await Seeding.ReadAsync(context.Request);
            await Answer(context, id => handle(id, body));
        });

    private Task Answer(HttpContext context, Func<string, JsonNode> handle)
    {
        JsonNode answer;
        try
        {
            lock (company.Gate) answer = vendor.Run(() => handle((string?)context.Request.RouteValues["id"] ?? ""));
        }
        catch (Refusal refusal) { throw new ControlException(refusal.Message, refusal.Status); }
        return context.Response.WriteJsonAsync(200, answer);
    }
}
