using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Specs;

/// <summary>
/// Every call that the connector makes is one that Stripe's own description knows, with parameters that it knows.
/// </summary>
public sealed class Calls_to_Stripe
{
    [FactWhereSpecsAre]
    public async Task Use_operations_and_parameters_of_the_published_description()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Otherwise = _ => (200, """{"id":"x_1","livemode":false,"data":[],"has_more":false}""");
        await MakeEveryCallAsync(Connected.To(server.Address, ("WebhookAddress", "https://us.example/hook")));
        var paths = JsonElement.Parse(File.ReadAllBytes(Path.Combine(VendorSpecs.Folder!, "stripe", "spec3.v524.2023-08-16.min.json")))
            .GetProperty("paths").EnumerateObject().ToList();
        Assert.True(server.Requests.Count >= 12);
        Assert.All(server.Requests, request => Check(request, paths));
    }

    private static async Task MakeEveryCallAsync(ServiceProvider app)
    {
        var stripe = app.GetRequiredService<StripeClient>();
        await stripe.GetPaymentIntentAsync("pi_1");
        await stripe.GetChargeAsync("ch_1");
        await stripe.GetCheckoutSessionAsync("cs_1");
        await stripe.GetCustomerAsync("cus_1");
        await stripe.GetEventAsync("evt_1");
        await stripe.FindCheckoutSessionAsync("pi_1");
        await stripe.ListLineItemsAsync("cs_1");
        await stripe.WriteMetadataAsync("pi_1", new Dictionary<string, string> { ["a"] = "b" }, "key");
        await stripe.ListEventsAsync(DateTimeOffset.UtcNow.AddHours(-1), ["charge.succeeded"]).ToListAsync();
        await app.GetServices<IConnectionCheck>().Single(check => check.Connection == "stripe").CheckAsync();
    }

    private static void Check(ReceivedRequest request, List<JsonProperty> paths)
    {
        var asked = request.Path["/stripe".Length..];
        var operation = paths.Where(path => Regex.IsMatch(asked, $"^{Regex.Replace(path.Name, @"\{\w+\}", "[^/]+")}$"))
            .OrderBy(path => path.Name.Count(each => each == '{'))
            .Select(path => path.Value.TryGetProperty(request.Method.ToLowerInvariant(), out var found) ? found : default).First();
        Assert.True(operation.ValueKind == JsonValueKind.Object, $"{request.Method} {asked} is not described.");
        var query = operation.GetProperty("parameters").EnumerateArray().Select(each => each.GetProperty("name").GetString()!);
        Assert.All(ReceivedRequest.Pairs(request.Query), pair => Assert.Contains(Root(pair.Name), query));
        Assert.All(ReceivedRequest.Pairs(request.Body), pair => Assert.Contains(Root(pair.Name), Form(operation)));
    }

    private static IEnumerable<string> Form(JsonElement operation) => operation.GetProperty("requestBody").GetProperty("content")
        .GetProperty("application/x-www-form-urlencoded").GetProperty("schema").GetProperty("properties").EnumerateObject()
        .Select(property => property.Name);

    private static string Root(string name) => name.Split('[')[0];
}
