using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoCrm;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Specs;

/// <summary>
/// Every call that the connector makes is one that Zoho's own description knows. What the live service takes beside it is named here,
/// each with the section of the vendor notes that says so.
/// </summary>
public sealed class Calls_to_Zoho_Crm
{
    private static readonly Dictionary<string, string[]> Live = new()
    {
        ["GET /{parentRecordModule}/{parentRecord}/{relatedList}"] = ["per_page"], // section 8.4
        ["GET /actions/watch"] = ["page", "per_page"], // section 10.2
        ["GET /settings/layouts"] = ["module"], // section 5.4
        ["GET /settings/pipeline"] = ["layout_id"], // section 5.5
    };

    [FactWhereSpecsAre]
    public async Task Use_operations_parameters_and_members_of_the_published_description()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Otherwise = request => request.Path.EndsWith("/token", StringComparison.Ordinal)
            ? (200, $$"""{"access_token":"t","api_domain":"{{server.Address}}"}""") : (200, Answer);
        await MakeEveryCallAsync(Connected.To(server.Address).GetRequiredService<ZohoCrmClient>());
        var calls = server.Requests.Where(request => request.Path.StartsWith("/crm/v8", StringComparison.Ordinal)).ToList();
        var described = Describe();
        Assert.True(calls.Count >= 18);
        Assert.All(calls, call => Check(call, described));
    }

    private const string Answer = """
        {"data":[{"code":"SUCCESS","status":"success","id":"1","details":{"id":"1"}}],"org":[{"id":"1"}],"modules":[],"fields":[],
         "layouts":[{"id":"7"}],"pipeline":[],"users":[{"id":"9"}],"info":{},
         "watch":[{"status":"success","code":"SUCCESS","details":{"events":[{"channel_expiry":"2026-05-05T08:55:00-05:00"}]}}]}
        """;

    private static async Task MakeEveryCallAsync(ZohoCrmClient crm)
    {
        var record = JsonElement.Parse("""{"id":"1","Isthmus_Key":"k","Account_Name":"A"}""");
        await crm.UpsertAsync("Accounts", [record], "Isthmus_Key", CrmTrigger.All);
        await crm.UpdateAsync("Accounts", [record], CrmTrigger.Workflows);
        await crm.GetAsync("Accounts", "1");
        await crm.ListAsync("Accounts", ["Account_Name"], DateTimeOffset.UnixEpoch).ToListAsync();
        await crm.ReadAsync("Accounts", ["1"], ["Account_Name"]);
        await crm.ListDeletedAsync("Accounts", DateTimeOffset.UnixEpoch).ToListAsync();
        await crm.QueryAsync(new CrmQuery("Accounts", ["id"], null, null)).ToListAsync();
        await crm.FindAsync("Accounts", "Isthmus_Key", "k", ["id"]);
        await crm.GetOrgAsync();
        await crm.ListModulesAsync();
        await crm.ListFieldsAsync("Accounts");
        await crm.ListRelatedAsync("Deals", "1", "Products", ["Product_Code"]).ToListAsync();
        await crm.ListStagesAsync();
        await crm.GetUserIdAsync();
        var channel = new CrmChannel("17", "Deals", "t", new Uri("https://hooks.example/x"), DateTimeOffset.UnixEpoch);
        await crm.OpenChannelAsync(channel);
        await crm.RenewChannelAsync(channel);
        await crm.ListChannelsAsync();
    }

    private static Dictionary<string, HashSet<string>> Describe()
    {
        var described = new Dictionary<string, HashSet<string>>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(VendorSpecs.Folder!, "zoho-crm", "oas-3.1.0-v8"), "*.json"))
        {
            var root = JsonElement.Parse(File.ReadAllText(file));
            foreach (var path in root.GetProperty("paths").EnumerateObject())
                foreach (var operation in path.Value.EnumerateObject().Where(each => each.Value.ValueKind == JsonValueKind.Object))
                    described.TryAdd(
                        $"{operation.Name.ToUpperInvariant()} {path.Name}", [.. Names(root, operation.Value), .. Names(root, path.Value)]);
        }
        return described;
    }

    private static IEnumerable<string> Names(JsonElement root, JsonElement operation) =>
        operation.TryGetProperty("parameters", out var list)
            ? list.EnumerateArray().Select(each => Resolve(root, each).GetProperty("name").GetString()!) : [];

    private static JsonElement Resolve(JsonElement root, JsonElement node) => !node.TryGetProperty("$ref", out var reference) ? node
        : reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(root, (at, name) => at.GetProperty(name));

    private static void Check(ReceivedRequest request, Dictionary<string, HashSet<string>> described)
    {
        var asked = $"{request.Method} {request.Path["/crm/v8".Length..]}";
        var (name, known) = described.Where(each => Regex.IsMatch(asked, $"^{Regex.Replace(each.Key, @"\{\w+\}", "[^/]+")}$"))
            .OrderBy(each => each.Key.Count(letter => letter == '{')).FirstOrDefault();
        Assert.True(known is not null, $"{asked} is not described.");
        var allowed = known!.Concat(Live.GetValueOrDefault(name!, [])).ToHashSet();
        Assert.All(ReceivedRequest.Pairs(request.Query), pair => Assert.True(allowed.Contains(pair.Name), $"{asked} takes no {pair.Name}."));
    }
}
