using Isthmus.Core.AccountMap;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>The CRM's name counts and the books' telephone: a look brings a customer and its account in line.</summary>
internal sealed class AlignedAccount : Scenario
{
    private string account = "";

    public override (string, string)[] Settings =>
    [
        .. WonDeal.WithoutRetries, ("Isthmus:AccountMap:Authority:name", "crm"), ("Isthmus:AccountMap:Authority:phone", "books"),
    ];

    public override async Task PrepareAsync(World world)
    {
        var desk = new SalesDesk(world);
        await desk.FurnishAsync();
        await desk.InBooksAsync("AR", "ARCustomers",
            new { CustomerNumber = "HARB01", GroupCode = "WHL", CustomerName = "Harbor", PhoneNumber = "5035550117" });
        account = (await desk.InCrmAsync("Accounts", new { Account_Name = "Harbor Pump Co", Phone = "1" }))[0];
        await world.Services.GetRequiredService<AccountMapStore>().AddAsync(new AccountRow(AccountKind.Customer, account, "HARB01"), "test");
    }

    public override Task BeginAsync(World world) => NudgeAsync(world, CancellationToken.None);

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        try { await world.App.PostAsync("/api/account-map/look", null, cancellation); }
        catch (HttpRequestException) { }
    }

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        return await StateAsync(world) == "Harbor Pump Co|5035550117|Harbor Pump Co|5035550117|sage-300:SAMLTD:AR-HARB01" ? true : null;
    });

    public override async Task ProveAsync(World world)
    {
        await EndedAsync(world, CancellationToken.None);
        var row = Assert.Single(await world.Services.GetRequiredService<AccountMapStore>().OfCodeAsync(AccountKind.Customer, "HARB01"));
        Assert.Equal((account, (string?)null), (row.AccountId, row.Problem));
    }

    private static async Task<string> StateAsync(World world)
    {
        var desk = new SalesDesk(world);
        var customer = Assert.Single(await desk.BooksAsync("ARCustomers"));
        var shown = Assert.Single(await desk.AccountsAsync());
        return string.Join('|', customer.Find("CustomerName"), customer.Find("PhoneNumber"), shown.Find("Account_Name"),
            shown.Find("Phone"), shown.Find("Isthmus_Key"));
    }
}
