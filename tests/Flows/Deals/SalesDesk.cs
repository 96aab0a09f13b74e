using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Deals.Ordering;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>Who sells in the CRM and who enters orders in Sage 300, and what both systems show of it.</summary>
internal sealed class SalesDesk(World world)
{
    public const string Product = "GASKET-12";
    public const string Won = "Closed Won";
    public const string Open = "Negotiation/Review";

    private static readonly (string Name, string Value)[] Usual =
    [
        .. CrmSettings.On,
        ("Isthmus:Connections:sage-300:BaseAddress", "{sandbox}/sage-300/Sage300WebApi"),
        ("Isthmus:Connections:sage-300:Company", "SAMLTD"),
        ("Isthmus:Connections:sage-300:User", "ZAPI"),
        ("Isthmus:Connections:sage-300:Limits:Calls", "10000"), ("Isthmus:Connections:sage-300:Limits:RetryPause", "00:00:00.01"),
        ("Isthmus:Deals:Enabled", "true"), ("Isthmus:Deals:ClosedFrom", "2026-01-01"),
    ];

    /// <summary>The settings of an app that carries deals; those that are given replace the usual ones.</summary>
    public static (string, string)[] Settings(params (string Name, string Value)[] given) =>
        [.. Usual.ExceptBy(given.Select(setting => setting.Name), setting => setting.Name), .. given];

    /// <summary>A new app with both systems, and items.</summary>
    public static async Task<(World World, SalesDesk Desk)> OpenAsync(params (string, string)[] settings)
    {
        var world = await World.StartAsync(Settings(settings));
        var desk = new SalesDesk(world);
        await desk.FurnishAsync();
        return (world, desk);
    }

    /// <summary>The secrets and the items.</summary>
    public async Task FurnishAsync()
    {
        new FileVault(world.Home).Set("sage-300-password", "SAGE300-SANDBOX");
        await CrmSettings.MakePatientAsync(world.Sandbox);
        await InBooksAsync("IC", "ICItems", new { UnformattedItemNumber = Product, Description = "Gasket" });
        await InBooksAsync("IC", "ICItems", new { UnformattedItemNumber = "PUMP-9", Description = "Pump" });
    }

    /// <summary>A person enters or changes records in the CRM; answers with their ids.</summary>
    public async Task<IReadOnlyList<string>> InCrmAsync(string module, params object[] records)
    {
        var answer = await world.Sandbox.PostAsJsonAsync($"/_sandbox/zoho-crm/records/{module}", records.Select(Plain));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(body.ToString());
        return [.. body.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)];
    }

    /// <summary>A person enters or changes a record in Sage 300.</summary>
    public Task InBooksAsync(string module, string resource, object record) =>
        world.PostAsync($"/_sandbox/sage-300/records/{module}/{resource}", new[] { Plain(record) });

    /// <summary>An account with a deal and the quote that its customer agreed to; the deal comes to its stage last.</summary>
    public async Task<Deal> SellAsync(
        string stage = Open, decimal quantity = 12, decimal price = 4.25m, string? account = null, string? pipeline = null,
        Dictionary<string, object>? quote = null, Dictionary<string, object>? line = null)
    {
        account ??= (await InCrmAsync("Accounts", new { Account_Name = "Harbor Pump Co", Phone = "503-555-0117",
            Billing_City = "Portland" }))[0];
        var product = (await InCrmAsync("Products", new { Product_Name = "Gasket", Product_Code = Product,
            Unit_Price = price }))[0];
        var deal = (await InCrmAsync("Deals", new
        {
            Deal_Name = "Gaskets for the quay", Pipeline = pipeline ?? "Standard (Standard)", Stage = pipeline is null ? Open
                : "Renewal Open",
            Closing_Date = "2026-11-20", Account_Name = new { id = account }, Amount = quantity * price,
        }))[0];
        var row = new Dictionary<string, object>(line ?? [])
        {
            ["Product_Name"] = new { id = product }, ["Quantity"] = quantity, ["List_Price"] = price,
        };
        var quoted = (await InCrmAsync("Quotes", new Dictionary<string, object>(quote ?? [])
        {
            ["Subject"] = "Gaskets", ["Quote_Stage"] = "Confirmed", ["Deal_Name"] = new { id = deal }, ["Account_Name"] =
                new { id = account },
            ["Quoted_Items"] = new[] { row },
        }))[0];
        if (stage != Open) await ChangeAsync(deal, new { Stage = stage });
        return new Deal(deal, account, quoted, product);
    }

    /// <summary>A deal that was won and ordered.</summary>
    public async Task<Deal> WinAsync()
    {
        var deal = await SellAsync(Won);
        await TellAndWaitAsync(deal);
        await world.RunAsync(deal.Run, "done");
        return deal;
    }

    /// <summary>A person changes a deal.</summary>
    public Task ChangeAsync(string deal, object fields)
    {
        var record = JsonSerializer.SerializeToNode(fields)!.AsObject();
        record["id"] = deal;
        return InCrmAsync("Deals", record);
    }

    /// <summary>A person changes a deal, and the app hears of it.</summary>
    public async Task ChangeAndTellAsync(Deal deal, object fields)
    {
        await ChangeAsync(deal.Id, fields);
        await TellAsync(deal.Id);
    }

    /// <summary>The app hears of a deal; ends when it has done what there is to do.</summary>
    public async Task TellAndWaitAsync(Deal deal)
    {
        await TellAsync(deal.Id);
        await OverAsync(deal.Run);
    }

    /// <summary>Ends when the run's orchestration is over.</summary>
    public Task OverAsync(string run) => world.OverAsync(run);

    /// <summary>Links the product of a deal with it, through the API as a person's page does.</summary>
    public async Task LinkProductAsync(Deal deal)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token", ["client_id"] = "1000.CRMSANDBOX", ["client_secret"] = "crm-sandbox-secret",
            ["refresh_token"] = "1000.crm.sandbox.refresh",
        };
        var answer = await world.Sandbox.PostAsync("/zoho-accounts/oauth/v2/token", new FormUrlEncodedContent(form));
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("access_token");
        var request = new HttpRequestMessage(HttpMethod.Put, $"/zoho-crm/crm/v8/Deals/{deal.Id}/Products")
        {
            Content = JsonContent.Create(new { data = new[] { new { id = deal.Product } } }),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Zoho-oauthtoken " + token);
        (await world.Sandbox.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>Somebody maps an account to customers.</summary>
    public async Task MapAsync(string account, params string[] codes)
    {
        foreach (var code in codes)
            (await world.App.PutAsJsonAsync("/api/account-map", new { kind = "customer", account, code }))
                .EnsureSuccessStatusCode();
    }

    /// <summary>Has the app look for what changed in the CRM.</summary>
    public async Task LookAsync() => (await world.App.PostAsync("/api/connections/zoho-crm/sweep", null))
        .EnsureSuccessStatusCode();

    /// <summary>The open entry about a deal, or null.</summary>
    public async Task<JsonElement?> LetterAsync(Deal deal)
    {
        var letters = await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters");
        var found = letters.GetProperty("items").EnumerateArray().Where(letter => letter.Text("runId") == deal.Run).ToList();
        return found.Count == 0 ? null : found.Single();
    }

    /// <summary>Somebody has looked after the entry about a deal.</summary>
    public async Task CloseLetterAsync(Deal deal) =>
        (await world.App.PostAsync($"/api/dead-letters/{deal.Run}/close", null)).EnsureSuccessStatusCode();

    /// <summary>Waits until the deal shows something; answers with the deal.</summary>
    public Task<JsonElement> ShownAsync(Deal deal, Func<JsonElement, bool> shows) => Patience.UntilAsync<JsonElement>(
        async () => await CrmAsync("Deals", deal.Id) is var shown && shows(shown) ? shown : null,
        async () => (await CrmAsync("Deals", deal.Id)).ToString());

    /// <summary>The number of a deal's first order.</summary>
    public static string NumberOf(Deal deal) => "ZSO-" + ShortId.Of(deal.Id);

    /// <summary>The code of the one customer of a name.</summary>
    public async Task<string?> CustomerAsync(string name) =>
        (await BooksAsync("ARCustomers")).Single(customer => customer.Text("CustomerName") == name).Text("CustomerNumber");

    /// <summary>Has the app look for invoices.</summary>
    public async Task LookForInvoicesAsync(bool full = true) =>
        (await world.App.PostAsync($"/api/deals/invoices/sweep?full={(full ? "true" : "false")}", null))
            .EnsureSuccessStatusCode();

    /// <summary>Has the app read a deal, as when the CRM told of it.</summary>
    public async Task TellAsync(string deal) => (await world.App.PostAsync($"/api/deals/{deal}", null)).EnsureSuccessStatusCode();

    /// <summary>What the CRM shows of a record.</summary>
    public async Task<JsonElement> CrmAsync(string module, string id) =>
        (await LedgerAsync("zoho-crm", module)).Single(record => record.GetProperty("id").GetString() == id);

    /// <summary>Every account of the CRM.</summary>
    public Task<IReadOnlyList<JsonElement>> AccountsAsync() => LedgerAsync("zoho-crm", "Accounts");

    /// <summary>The orders in Sage 300.</summary>
    public Task<IReadOnlyList<JsonElement>> OrdersAsync() => BooksAsync("OEOrders");

    /// <summary>The records of a resource of Sage 300.</summary>
    public Task<IReadOnlyList<JsonElement>> BooksAsync(string resource) => LedgerAsync("sage-300", resource);

    /// <summary>Names of members keep their letters.</summary>
    private static JsonElement Plain(object record) => JsonSerializer.SerializeToElement(record);

    private async Task<IReadOnlyList<JsonElement>> LedgerAsync(string vendor, string kind) =>
        [.. (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/ledger")).GetProperty(vendor).GetProperty(kind)
            .EnumerateArray()];
}

/// <summary>A deal, with whom it is made, what was quoted and the product.</summary>
internal sealed record Deal(string Id, string Account, string Quote, string Product)
{
    public string Run => "deal-" + Id;
}
