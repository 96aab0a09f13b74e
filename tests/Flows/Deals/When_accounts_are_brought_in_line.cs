using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_accounts_are_brought_in_line
{
    [Fact]
    public async Task Each_field_follows_the_side_that_counts_and_a_second_look_writes_nothing()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:AccountMap:Authority:name", "crm"),
            ("Isthmus:AccountMap:Authority:phone", "books"));
        await using var _ = world;
        var account = await MapAsync(world, desk, "HARB01", "Harbour Pumps Ltd", "Harbor Pump Co", "crm");
        var own = await MapAsync(world, desk, "LUND22", "Lund Brothers", "Lund Bros", "none");

        Assert.Equal("Harbor Pump Co, Lund Brothers", await NamesAsync(desk));
        var shown = await desk.CrmAsync("Accounts", account);
        Assert.Equal(("Harbor Pump Co", "5035550117", "sage-300:SAMLTD:AR-HARB01"),
            (shown.Text("Account_Name"), shown.Text("Phone"), shown.Text("Isthmus_Key")));
        Assert.Equal("Lund Bros", (await desk.CrmAsync("Accounts", own)).Text("Account_Name"));
        var conflict = Assert.Single((await RowsAsync(world)).SelectMany(each => each.GetProperty("conflicts").EnumerateArray()));
        Assert.Equal("names-differ", conflict.Text("code"));

        await desk.InCrmAsync("Accounts", new { id = account, Account_Name = "Harbor Pumps" });
        Assert.Equal(1, (await LookAsync(world)).GetProperty("taken").GetInt32());
        Assert.Equal("Harbor Pumps, Lund Brothers", await NamesAsync(desk));
        Assert.Equal(2, (await LookAsync(world)).GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task What_is_missing_on_a_side_shows_at_its_row()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var account = (await desk.InCrmAsync("Accounts", new { Account_Name = "Harbor Pump Co" }))[0];
        await desk.MapAsync(account, "NOBODY");
        await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB01", GroupCode = "WHL",
            CustomerName = "Harbor" });
        await desk.MapAsync("5900000000999999", "HARB01");

        await LookAsync(world);

        Assert.Equal(["account-missing", "code-missing"], (await RowsAsync(world))
            .SelectMany(each => each.GetProperty("conflicts").EnumerateArray()).Select(each => each.Text("code"))
                .Order(StringComparer.Ordinal));
    }

    private static async Task<string> MapAsync(World world, SalesDesk desk, string code, string books, string crm, string name)
    {
        await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = code, GroupCode = "WHL", CustomerName = books,
            PhoneNumber = "5035550117" });
        var account = (await desk.InCrmAsync("Accounts", new { Account_Name = crm, Phone = "1" }))[0];
        var row = new { kind = "customer", account, code, authority = new { name } };
        (await world.App.PutAsJsonAsync("/api/account-map", row)).EnsureSuccessStatusCode();
        return account;
    }

    private static async Task<string> NamesAsync(SalesDesk desk) => string.Join(", ", (await desk.BooksAsync("ARCustomers"))
        .Where(each => each.Text("CustomerNumber") is "HARB01" or "LUND22").Select(each => each.Text("CustomerName")));

    private static async Task<JsonElement> LookAsync(World world)
    {
        var answer = await world.App.PostAsync("/api/account-map/look", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body.GetProperty("counts") : throw new InvalidOperationException(body.ToString());
    }

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(World world) =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/account-map")).GetProperty("items").EnumerateArray()];
}
