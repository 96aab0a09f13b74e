using System.Text.RegularExpressions;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.Serialization;

namespace Isthmus.Connectors.Tests.Specs;

/// <summary>
/// Every call that the connector makes is one that Zoho's own description knows. The description is known to leave out some
/// parameters that the live service takes; these are named here, each with what says so in the vendor notes.
/// </summary>
public sealed class Calls_to_Zoho_Inventory
{
    private static readonly string[] Envelopes = ["contact", "item", "salesorder", "invoice", "payment"];
    private static readonly string[] Everywhere = ["organization_id", "page", "per_page", "sort_column", "sort_order"];

    private static readonly Dictionary<string, string[]> Live = new()
    {
        ["GET /salesorders"] = ["salesorder_number", "reference_number"], // section 4
        ["POST /invoices"] = ["salesorder_id"], // section 15
    };

    [FactWhereSpecsAre]
    public async Task Use_operations_and_parameters_of_the_published_description()
    {
        await using var server = await ScriptedServer.StartAsync();
        var records = string.Join(',', Envelopes.Select(name => $"\"{name}\":{{}}"));
        server.Otherwise = _ => (200, $$"""{"code":0,"access_token":"t","api_domain":"{{server.Address}}",{{records}} }""");
        await MakeEveryCallAsync(Connected.To(server.Address).GetRequiredService<ZohoInventoryClient>());
        var described = Describe();
        var calls = server.Requests.Where(request => request.Path.StartsWith("/inventory/v1", StringComparison.Ordinal)).ToList();
        Assert.True(calls.Count >= 20);
        Assert.All(calls, request => Check(request, described));
    }

    private static async Task MakeEveryCallAsync(ZohoInventoryClient zoho)
    {
        await zoho.FindContactsByEmailAsync("a@b.c");
        await zoho.FindContactByNameAsync("A");
        await zoho.GetContactAsync("1");
        await zoho.CreateContactAsync("{}"u8.ToArray());
        await zoho.ListItemsAsync(DateTimeOffset.UnixEpoch).ToListAsync();
        await zoho.FindItemBySkuAsync("A");
        await zoho.GetItemAsync("1");
        await zoho.CreateItemAsync("{}"u8.ToArray());
        await zoho.UpdateItemAsync("1", "{}"u8.ToArray());
        await zoho.MarkItemAsync("1", active: false);
        await zoho.GetItemsAsync(["1", "2"]);
        await zoho.FindSalesOrderAsync("A");
        await zoho.FindSalesOrdersByReferenceAsync("A");
        await zoho.GetPackagesOfAsync("1");
        await zoho.ListSalesOrdersAsync(DateTimeOffset.UnixEpoch).ToListAsync();
        await zoho.CreateSalesOrderAsync("{}"u8.ToArray());
        await zoho.ConfirmSalesOrderAsync("1");
        await zoho.FindInvoiceAsync("A");
        await zoho.GetInvoiceAsync("1");
        await zoho.CreateInvoiceAsync("1", "{}"u8.ToArray());
        await zoho.MarkInvoiceSentAsync("1");
        await zoho.FindPaymentAsync("A", 1m);
        await zoho.CreatePaymentAsync("{}"u8.ToArray());
        await zoho.GetOrganizationAsync();
        await zoho.ListTaxesAsync();
        await zoho.ListCurrenciesAsync();
        await zoho.ListLocationsAsync();
    }

    private static Dictionary<string, HashSet<string>> Describe()
    {
        var reader = new DeserializerBuilder().Build();
        var described = new Dictionary<string, HashSet<string>>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(VendorSpecs.Folder!, "zoho-inventory"), "*.yml"))
        {
            var root = (Dictionary<object, object>)reader.Deserialize<object>(File.ReadAllText(file))!;
            foreach (var (path, operations) in (Dictionary<object, object>)root["paths"])
                foreach (var (method, operation) in (Dictionary<object, object>)operations)
                    described.TryAdd($"{method.ToString()!.ToUpperInvariant()} {path}", [.. Names(root, operation), .. Names(root, operations)]);
        }
        return described;
    }

    private static HashSet<string> Names(Dictionary<object, object> root, object operation)
    {
        var parameters = operation is Dictionary<object, object> map && map.TryGetValue("parameters", out var list) ? (List<object>)list : [];
        return [.. parameters.Select(each => Resolve(root, (Dictionary<object, object>)each)["name"].ToString()!)];
    }

    private static Dictionary<object, object> Resolve(Dictionary<object, object> root, Dictionary<object, object> node) =>
        !node.TryGetValue("$ref", out var reference) ? node : reference.ToString()!.TrimStart('#', '/').Split('/')
            .Aggregate(root, (at, name) => (Dictionary<object, object>)at[name]);

    private static void Check(ReceivedRequest request, Dictionary<string, HashSet<string>> described)
    {
        var asked = $"{request.Method} {request.Path["/inventory/v1".Length..]}";
        var (name, known) = described.Where(each => Regex.IsMatch(asked, $"^{Regex.Replace(each.Key, @"\{\w+\}", "[^/]+")}$"))
            .OrderBy(each => each.Key.Count(letter => letter == '{')).FirstOrDefault();
        Assert.True(known is not null, $"{asked} is not described.");
        var allowed = known!.Concat(Everywhere).Concat(Live.GetValueOrDefault(name!, [])).ToHashSet();
        Assert.All(ReceivedRequest.Pairs(request.Query), pair => Assert.True(allowed.Contains(pair.Name), $"{asked} takes no {pair.Name}."));
    }
}
