using System.Net.Http.Json;
using System.Text.Json;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_deal_is_won
{
    [Fact]
    public async Task Its_account_is_a_customer_with_one_order_and_the_deal_shows_it()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);

        await desk.LookAsync();
        await world.RunAsync(deal.Run, "done");

        var order = Assert.Single(await desk.OrdersAsync());
        var customer = await desk.CustomerAsync("Harbor Pump Co");
        Assert.Equal((customer, "zoho:" + deal.Id, 51m, deal.Id),
            (order.Text("CustomerNumber"), order.Text("OrderReference"), order.Amount("OrderTotal"),
                order.OptionalField("OrderOptionalFields")));
        var shown = await desk.CrmAsync("Deals", deal.Id);
        Assert.Equal((order.Text("OrderNumber"), customer, "Entered", 51m),
            (shown.Text("Sage_Order_Number"), shown.Text("Sage_Order_Customer"), shown.Text("Sage_Order_Status"),
                shown.Amount("Sage_Order_Total")));
        var account = await desk.CrmAsync("Accounts", deal.Account);
        Assert.Equal((customer, "sage-300:SAMLTD:AR-" + customer),
            (account.Text("Sage_300_Customer"), account.Text("Isthmus_Key")));
        Assert.Equal(0, (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/zoho-crm/setup")).Automations());
    }

    [Fact]
    public async Task What_its_stage_is_called_does_not_matter_and_a_second_look_changes_nothing()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(stage: "Renewal Signed", pipeline: "Renewals");
        var lost = await desk.SellAsync(stage: "Closed Lost", account: deal.Account);
        var open = await desk.SellAsync(account: deal.Account);

        await desk.LookAsync();
        await world.RunAsync(deal.Run, "done");
        foreach (var each in new[] { deal, lost, open }) await desk.TellAsync(each.Id);
        await world.RunAsync(lost.Run, "ignored");
        await world.RunAsync(open.Run, "ignored");
        await desk.OverAsync(deal.Run);

        Assert.Single(await desk.OrdersAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.App.GetAsync("/api/deals/" + open.Id)).StatusCode);
    }

    [Fact]
    public async Task One_that_closed_before_the_company_began_is_left_alone()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:ClosedFrom", "2026-12-01"));
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);

        await desk.TellAsync(deal.Id);

        await world.RunAsync(deal.Run, "ignored");
        Assert.Empty(await desk.OrdersAsync());
    }

    [Fact]
    public async Task The_customer_that_the_mapping_table_names_gets_the_order()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB01", GroupCode = "WHL",
            CustomerName = "Harbor" });
        var deal = await desk.SellAsync(SalesDesk.Won);
        await desk.MapAsync(deal.Account, "HARB01");

        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "done");

        Assert.Equal("HARB01", Assert.Single(await desk.OrdersAsync()).Text("CustomerNumber"));
        Assert.Equal("HARB01", (await desk.CrmAsync("Accounts", deal.Account)).Text("Sage_300_Customer"));
    }

    [Theory]
    [InlineData("Isthmus_Key", "sage-300:SAMLTD:AR-HARB01")]
    [InlineData("Sage_300_Customer", "harb01")]
    public async Task The_customer_that_the_account_names_gets_the_order_and_a_row(string field, string value)
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB01", GroupCode = "WHL",
            CustomerName = "Harbor" });
        var account = new Dictionary<string, object> { ["Account_Name"] = "Harbor Pump Co", [field] = value };
        var deal = await desk.SellAsync(SalesDesk.Won, account: (await desk.InCrmAsync("Accounts", account))[0]);

        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "done");

        Assert.Equal("HARB01", Assert.Single(await desk.OrdersAsync()).Text("CustomerNumber"));
        var row = Assert.Single((await world.App.GetFromJsonAsync<JsonElement>("/api/account-map")).GetProperty("items")
            .EnumerateArray());
        Assert.Equal((deal.Account, "HARB01", "Harbor"), (row.Text("account"), row.Text("code"), row.Text("booksName")));
    }

    [Fact]
    public async Task The_products_that_are_linked_with_it_are_sold_where_the_company_says_so()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:LinesFrom", "products"));
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won, quantity: 1);
        await desk.LinkProductAsync(deal);

        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "done");

        Assert.Equal(4.25m, Assert.Single(await desk.OrdersAsync()).Amount("OrderTotal"));
    }

    [Fact]
    public async Task The_rows_of_a_subform_are_sold_where_the_company_says_so()
    {
        var (world, desk) = await SalesDesk.OpenAsync(
            ("Isthmus:Deals:LinesFrom", "subform"), ("Isthmus:Deals:Subform:Name", "Sold_Products"), ("Isthmus:Deals:Subform:Price", "Price"));
        await using var _ = world;
        await world.PostAsync("/_sandbox/zoho-crm/fields", new[]
        {
            new
            {
                module = "Deals", api_name = "Sold_Products", data_type = "subform", fields = new object[]
                {
                    new { module = "Sold_Products", api_name = "Product", data_type = "lookup", lookup = "Products" },
                    new { module = "Sold_Products", api_name = "Quantity", data_type = "double" },
                    new { module = "Sold_Products", api_name = "Price", data_type = "currency" },
                },
            },
        });
        var deal = await desk.SellAsync();
        var sold = new[] { new { Product = new { id = deal.Product }, Quantity = 2, Price = 7.5m } };

        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Won, Amount = 15, Sold_Products = sold });
        await world.RunAsync(deal.Run, "done");

        var order = Assert.Single(await desk.OrdersAsync());
        Assert.Equal((15m, SalesDesk.Product), (order.Amount("OrderTotal"), order.GetProperty("OrderDetails")[0].Text("Item")));
    }

    [Fact]
    public async Task Discounts_are_in_the_prices_or_a_charge_of_their_own()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:AdjustmentCharge", "DISC"),
            ("Isthmus:Deals:AmountDiffers", "ignore"));
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won, quantity: 3, price: 10, quote: new() { ["Discount"] = 5 },
            line: new() { ["Discount"] = 1 });

        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "done");

        var lines = Assert.Single(await desk.OrdersAsync()).GetProperty("OrderDetails").EnumerateArray().ToList();
        Assert.Equal([29m, -5m], lines.Select(line => line.Amount("ExtendedAmount")));
        Assert.Equal("DISC", lines[1].Text("MiscellaneousChargesCode"));
    }
}
