using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Customers;
using Isthmus.Flows.Tests.Retention;
using Isthmus.Flows.Tests.Support;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Customers;

/// <summary>The customers of a world, as people see and change them in Stripe, in Zoho and in Sage.</summary>
internal sealed class Clientele(World world)
{
    /// <summary>The settings of an app that keeps customers alike.</summary>
    public static readonly (string, string) On = ("Isthmus:Customers:Enabled", "true");

    private static readonly OrchestrationQuery AtWork =
        new() { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending] };

    /// <summary>A new app that keeps customers alike, with Zoho's webhooks of contacts and the fields that travel.</summary>
    public static async Task<World> OpenAsync(params (string, string)[] settings)
    {
        var world = await World.StartAsync([On, .. settings]);
        await FurnishAsync(world);
        return world;
    }

    /// <summary>Adds Zoho's webhooks of contacts and the fields that travel.</summary>
    public static async Task FurnishAsync(World world)
    {
        var url = new Uri(world.App.BaseAddress!, "/api/webhooks/zoho-inventory");
        const string secret = "zohoSandboxToken123";
        await world.PostAsync("/_sandbox/zoho-inventory/webhooks", new { url, secret, rules = new[] { "contact.created", "contact.edited" } });
        await world.PostAsync(
            "/_sandbox/zoho-inventory/webhooks", new { url = url + "?rule=contact.deleted", secret, rules = new[] { "contact.deleted" } });
        var fields = (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/zoho-inventory/setup"))
            .GetProperty("custom_fields").EnumerateArray();
        if (!fields.Any(field => field.GetProperty("api_name").GetString() == "cf_segment"))
            await world.PostAsync("/_sandbox/zoho-inventory/custom-fields", new { module = "contact", label = "Segment" });
        await world.PostAsync(
            "/_sandbox/sage-100/udfs",
            new Dictionary<string, object> { ["object"] = "AR_Customer", ["name"] = "UDF_SEGMENT", ["length"] = 40 });
    }

    /// <summary>Somebody calls Stripe's API: form members by name, without a body to delete.</summary>
    public async Task<JsonElement> StripeAsync(string path, params (string Name, string Value)[] form)
    {
        var request = new HttpRequestMessage(form.Length == 0 ? HttpMethod.Delete : HttpMethod.Post, path);
        if (form.Length > 0) request.Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        request.Headers.Add("Authorization", "Bearer sk_test_sandbox");
        var answer = await world.Sandbox.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>Somebody enters a customer in Stripe.</summary>
    public async Task<string> EnterInStripeAsync(params (string, string)[] form) =>
        (await StripeAsync("/v1/customers", form)).GetProperty("id").GetString()!;

    /// <summary>Somebody works in Zoho.</summary>
    public async Task<JsonElement> ZohoAsync(string method, string path, object? body = null)
    {
        var answer = await world.Sandbox.PostAsJsonAsync("/_sandbox/zoho-inventory/by-hand", new { method, path, body = body ?? new { } });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? json : throw new InvalidOperationException(json.ToString());
    }

    /// <summary>Somebody enters a contact in Zoho.</summary>
    public async Task<string> EnterInZohoAsync(object contact) =>
        (await ZohoAsync("POST", "/contacts", contact)).GetProperty("contact").GetProperty("contact_id").GetString()!;

    /// <summary>A whole contact.</summary>
    public async Task<JsonElement> ContactAsync(string id) => (await ZohoAsync("GET", $"/contacts/{id}")).GetProperty("contact");

    /// <summary>A customer of Stripe.</summary>
    public Task<JsonElement> CustomerAsync(string id) => world.StripeAsync($"/v1/customers/{id}");

    /// <summary>The pair of a customer, once it was compared.</summary>
    public Task<CustomerLink> LinkedAsync(string stripeId) => FindAsync(async links => await links.FindAsync(stripeId));

    /// <summary>The pair of a contact, once it was compared.</summary>
    public Task<CustomerLink> LinkedContactAsync(string contactId) => FindAsync(async links => await links.FindOfContactAsync(contactId));

    /// <summary>Waits until it is so.</summary>
    public Task UntilAsync(Func<Task<bool>> so) => Patience.UntilAsync<bool>(
        async () => await so() ? true : null, () => world.App.GetStringAsync("/api/runs?flow=customer"));

    /// <summary>Has the app look at the customers; answers with what it found.</summary>
    public async Task<JsonElement> SweepAsync(bool full = false)
    {
        var answer = await world.App.PostAsync($"/api/customers/sweep?full={(full ? "true" : "false")}", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>Waits until every event is dealt with and no customer's run is under way, except one that waits for a person.</summary>
    public async Task RestAsync()
    {
        await world.WaitUntilRoutedAsync();
        await UntilAsync(async () => await world.Parts.Engine.Client.GetAllInstancesAsync(AtWork)
            .AllAsync(async (run, _) => !IsCustomers(run.InstanceId) || await IsHeldAsync(run.InstanceId)));
    }

    private static bool IsCustomers(string run) =>
        run.StartsWith("customer-", StringComparison.Ordinal) || run.StartsWith("contact-", StringComparison.Ordinal);

    private async Task<bool> IsHeldAsync(string run)
    {
        var answer = await world.App.GetAsync("/api/runs/" + run);
        return answer.IsSuccessStatusCode
            && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("run").GetProperty("state").GetString() == "held";
    }

    private async Task<CustomerLink> FindAsync(Func<CustomerLinkStore, Task<CustomerLink?>> find)
    {
        CustomerLink? link = null;
        await UntilAsync(async () => (link = await find(world.Services.GetRequiredService<CustomerLinkStore>())) is { Known.Count: > 0 });
        return link!;
    }
}
