using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_accounts_are_edited : IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync() => world = await World.StartAsync(("Isthmus:AccountMap:Authority:name", "crm"));

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_row_is_added_changed_and_removed_only_as_it_was_seen_and_every_change_is_audited()
    {
        var added = await PutAsync(Row("harb01"), null);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Put, Row("HARB01"), null)).StatusCode);
        var changed = await PutAsync(Row("HARB01", "Ana knows"), Tag(added));

        Assert.Equal(("HARB01", "crm", "Ana knows"), (Text(changed, "code"), Text(changed, "nameCounts"), Text(changed, "note")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(HttpMethod.Put, Row("HARB01"), Tag(added))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await RemoveAsync(Tag(added))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await RemoveAsync(Tag(changed))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await RemoveAsync(Tag(changed))).StatusCode);
        Assert.Empty(await RowsAsync(""));
        var audit = await world.App.GetStringAsync("/api/audit?limit=50");
        Assert.Equal((2, 1), (audit.Split("\"map account\"").Length - 1, audit.Split("\"unmap account\"").Length - 1));
        Assert.Contains("operator:Ana", audit);
    }

    [Theory]
    [InlineData("""{"kind":"customer","account":"59","code":"HARB0123456789"}""", "code")]
    [InlineData("""{"kind":"customer","account":"HARB01","code":"A"}""", "id of the CRM")]
    [InlineData("""{"kind":"other","account":"59","code":"A"}""", "$.kind")]
    [InlineData("""{"kind":"customer","account":"59","code":"A","authority":{"name":"zoho"}}""", "$.authority.name")]
    [InlineData("""{"kind":"customer","account":"59","code":"A","autority":{}}""", "$.autority")]
    [InlineData("""{"kind":"customer"}""", "Give kind, account and code.")]
    [InlineData("kind=customer", "$")]
    public async Task What_is_no_row_is_refused_with_its_cure(string body, string words)
    {
        var answer = await world.App.PutAsync("/api/account-map",
            new StringContent(body, MediaTypeHeaderValue.Parse("application/json")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_file_is_taken_whole_or_not_at_all_and_once()
    {
        const string Heading = "kind,account,code,account name,books name,authority,note\n";
        const string Two = Heading + "customer,59,HARB01,,,name=books,\nvendor,60,LUND22,,,,\"a, b\"\n";
        Assert.Equal(HttpStatusCode.BadRequest, (await ImportAsync(Two + "customer,x,A,,,,\n", dry: false)).StatusCode);
        Assert.Equal("2 added, 0 changed, 0 unchanged.", await SaidAsync(Two, dry: true));
        Assert.Empty(await RowsAsync(""));
        Assert.Equal("2 added, 0 changed, 0 unchanged.", await SaidAsync(Two, dry: false));
        Assert.Equal("0 added, 1 changed, 1 unchanged.", await SaidAsync(Two.Replace("a, b", "c"), dry: false));

        var exported = await world.App.GetStringAsync("/api/account-map.csv");
        Assert.Equal("0 added, 0 changed, 2 unchanged.", await SaidAsync(exported, dry: false));
    }

    [Fact]
    public async Task Conflicts_are_shown_at_their_rows_page_by_page()
    {
        foreach (var code in new[] { "HARB01", "HARB02", "LUND22" })
            await PutAsync(Row(code) with { Account = code == "LUND22" ? "60" : "59" }, null);

        var conflicts = await RowsAsync("conflicts=true");
        Assert.Equal(["HARB01", "HARB02"], conflicts.Select(row => Text(row, "code")));
        Assert.All(conflicts, row => Assert.Equal("account-twice", Text(row.GetProperty("conflicts")[0], "code")));
        Assert.Equal("LUND22", Text(Assert.Single(await RowsAsync("text=lund")), "code"));
        var first = await world.App.GetFromJsonAsync<JsonElement>("/api/account-map?limit=2");
        Assert.Single(await RowsAsync("limit=2&continuation=" + Text(first, "continuation")));
    }

    private static Given Row(string code, string? note = null) => new("customer", "59", code, note);

    private async Task<JsonElement> PutAsync(Given row, string? tag)
    {
        var answer = await SendAsync(HttpMethod.Put, row, tag);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, Given row, string? tag)
    {
        var request = new HttpRequestMessage(method, "/api/account-map") { Content = JsonContent.Create(row) };
        request.Headers.Add("x-operator", "Ana");
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return world.App.SendAsync(request);
    }

    private Task<HttpResponseMessage> RemoveAsync(string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/account-map?kind=customer&account=59&code=HARB01");
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return world.App.SendAsync(request);
    }

    private Task<HttpResponseMessage> ImportAsync(string file, bool dry) =>
        world.App.PostAsync($"/api/account-map/import?dry={(dry ? "true" : "false")}", new StringContent(file));

    private async Task<string?> SaidAsync(string file, bool dry) =>
        Text(await (await ImportAsync(file, dry)).Content.ReadFromJsonAsync<JsonElement>(), "message");

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string query) =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/account-map?" + query)).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();

    private static string Tag(JsonElement row) => Text(row, "eTag")!;

    private sealed record Given(string Kind, string Account, string Code, string? Note);
}
