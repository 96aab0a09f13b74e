using System.Text.Json;
using System.Text.RegularExpressions;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed partial class When_crm_calls_are_held_against_the_specification : CrmTest
{
    /// <summary>Where the files differ from the vendor's pages and from live answers, which this stand-in follows.</summary>
    private static readonly string[] live =
    [
        "page_token: Null", "page_token_expiry: Null", // section 6.1: null on the last page
        "GET /Nothings?fields=id 400", // section 7.2: flat on reads, inside data[] on writes
        "upsert 200: $.data[#].action", "upsert 200: $.data[#].duplicate_field", // section 7.2: only on upsert
        "$approval_state is missing", // section 7.2: on inserts
    ];

    private readonly CrmSpecification specification = CrmSpecification.Folder is null ? null! : CrmSpecification.Load();
    private readonly SortedSet<string> strange = [];

    [CrmSpecificationFact]
    public async Task What_is_set_up_has_the_vendor_s_shapes()
    {
        foreach (var path in new[] { "/org", "/org/currencies", "/users?type=CurrentUser", "/settings/modules",
            "/settings/modules/Accounts" })
            await GetAsync(path);
        foreach (var module in new[] { "Accounts", "Deals", "Invoices", "Invoiced_Items", "GL_Accounts" })
            await GetAsync($"/settings/fields?module={module}");
        var layout = await GetAsync("/settings/layouts?module=Deals");
        await GetAsync($"/settings/pipeline?layout_id={(string)layout["layouts"][0]!["id"]!}");
        await GetAsync("/settings/related_lists?module=Accounts");
        var stage = (await GetAsync("/settings/fields?module=Deals"))["fields"].AsArray().First(field =>
            (string)field!["api_name"]! == "Stage")!;
        await GetAsync($"/settings/fields/{(string)stage["id"]!}/pick_list_values?module=Deals");
        await SendAsync("POST", "/settings/fields?module=Accounts",
            new { fields = new[] { new { field_label = "Terms", data_type = "text" } } });
        Judge();
    }

    [CrmSpecificationFact]
    public async Task Records_and_their_results_have_the_vendor_s_shapes()
    {
        object Body(object record) => new { data = new[] { record }, trigger = Array.Empty<string>() };
        var made = await SendAsync("POST", "/Accounts", Body(new { Account_Name = "A", Isthmus_Key = "a" }));
        var id = (string)made.Row(0)["details"]!["id"]!;
        await SendAsync("POST", "/Accounts/upsert", new { data = new[] { new { Account_Name = "B", Isthmus_Key = "a" } },
            duplicate_check_fields = new[] { "Isthmus_Key" } });
        await SendAsync("PUT", $"/Accounts/{id}", Body(new { Phone = "555-0100" }));
        await SendAsync("POST", "/Accounts", Body(new { Phone = 7 }));
        await SendAsync("POST", "/Contacts", Body(new { Last_Name = "L", Account_Name = new { id } }));
        foreach (var path in new[] { $"/Accounts/{id}",
            "/Accounts?fields=Account_Name,Owner,Created_By,Modified_Time&per_page=1", "/Accounts/actions/count",
            $"/Accounts/{id}/Contacts?fields=Last_Name", "/Nothings?fields=id",
                "/Accounts/5900999999999999999" }) await GetAsync(path);
        await SendAsync("POST", "/coql", new { select_query = "select Account_Name from Accounts where id is not null" });
        await SendAsync("POST", "/coql", new { select_query = "select Account_Name from Accounts" });
        await SendAsync("POST", "/coql", new { select_query = "select Colour from Accounts where id is not null" });
        await Crm.SetAsync(new { searchLagSeconds = 0 });
        await SendAsync("PUT", $"/Accounts/{id}", Body(new { Phone = "555-0101" }));
        await GetAsync("/Accounts/search?criteria=(Account_Name:equals:B)");
        await SendAsync("DELETE", $"/Accounts?ids={id},5900999999999999999", null);
        foreach (var path in new[] { "/Accounts/deleted?type=all", "/settings/recycle_bin",
            "/settings/recycle_bin/actions/count" }) await GetAsync(path);
        Judge();
    }

    [CrmSpecificationFact]
    public async Task Channels_have_the_vendor_s_shapes()
    {
        object Watch() => new
        {
            watch = new[] { new { channel_id = "1001", events = new[] { "Deals.all" },
                notify_url = "https://hooks.example.net/", token = "t" } },
        };
        await SendAsync("POST", "/actions/watch", Watch());
        await SendAsync("PUT", "/actions/watch", Watch());
        await SendAsync("PATCH", "/actions/watch", new { channel_id = "1001", events = new[] { "Deals.edit" },
            notify_url = "https://hooks.example.net/" });
        await GetAsync("/actions/watch?channel_id=1001");
        await SendAsync("DELETE", "/actions/watch?channel_ids=1001", null);
        await SendAsync("DELETE", "/actions/watch?channel_ids=1001", null);
        Judge();
    }

    private Task<CrmReply> GetAsync(string path) => SendAsync("GET", path, null);

    private async Task<CrmReply> SendAsync(string method, string path, object? body)
    {
        var content = body is null ? null : JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Default);
        if (content is not null) Note($"{method} {path} request", specification.CheckRequest(method, path, content));
        var reply = await Crm.SendAsync(new HttpMethod(method), path, content);
        Note($"{method} {path} {reply.Status}", specification.CheckAnswer(method, path, reply.Status, reply.Json));
        return reply;
    }

    private void Note(string call, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            if (Numbers().Replace($"{call}: {problem}", "#") is var text && !live.Any(text.Contains)) strange.Add(text);
    }

    private void Judge() => Assert.True(strange.Count == 0, string.Join('\n', strange));

    /// <summary>Ids and positions, so that one deviation is told once.</summary>
    [GeneratedRegex(@"\d{10,}|(?<=\[)\d+(?=\])")]
    private static partial Regex Numbers();
}
