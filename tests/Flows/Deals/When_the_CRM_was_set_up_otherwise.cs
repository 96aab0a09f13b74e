using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>Somebody changed the CRM's fields or edition: each deal says what is wrong, and is ordered once when that is cured.</summary>
public sealed class When_the_CRM_was_set_up_otherwise
{
    [Fact]
    public async Task A_field_that_left_the_layout_stops_a_deal_before_its_order()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await FieldAsync(world, new { module = "Deals", api_name = "Sage_Order_Number", delete = true });

        var (deal, failure) = await RefusedAsync(world, desk);
        Assert.Equal(("field-unknown", "Sage_Order_Number"), (failure.Text("code"), failure.Text("field")));
        Assert.Contains("add it to the layout again", failure.Text("cure"), StringComparison.Ordinal);
        Assert.Empty(await desk.OrdersAsync());

        await FieldAsync(world, new { module = "Deals", api_name = "Sage_Order_Number", data_type = "text", length = 22 });
        await CuredAsync(world, desk, deal);
    }

    [Fact]
    public async Task A_picklist_that_lost_a_value_is_named_and_the_order_is_not_entered_again()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await world.PostAsync("/_sandbox/zoho-crm/settings", new { pickLists = "closed" });
        await FieldAsync(world, new { module = "Deals", api_name = "Sage_Order_Status", pick_list_values = new[] { "Being entered" } });

        var (deal, failure) = await RefusedAsync(world, desk);
        Assert.Equal("Sage_Order_Status", failure.Text("field"));
        Assert.Contains("takes only Being entered", failure.Text("message"), StringComparison.Ordinal);
        Assert.Contains("Add 'Entered' to the picklist of Sage_Order_Status", failure.Text("cure"), StringComparison.Ordinal);
        Assert.Single(await desk.OrdersAsync());

        await FieldAsync(world, new { module = "Deals", api_name = "Sage_Order_Status", pick_list_values = new[] { "Being entered", "Entered" } });
        await CuredAsync(world, desk, deal);
    }

    [Fact]
    public async Task An_edition_without_quotes_says_where_else_to_read_and_an_upgrade_cures_it()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var sold = await desk.SellAsync(SalesDesk.Won);
        await world.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "standard" });

        var (deal, failure) = await RefusedAsync(world, desk, sold);
        Assert.Equal(("no-quotes", "Quotes"), (failure.Text("code"), failure.Text("field")));
        Assert.Contains("Isthmus:Deals:LinesFrom", failure.Text("cure"), StringComparison.Ordinal);
        Assert.Empty(await desk.OrdersAsync());

        await world.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "professional" });
        await CuredAsync(world, desk, deal);
    }

    [Fact]
    public async Task A_wrong_company_of_the_books_is_said_with_where_to_correct_it()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Connections:sage-300:Company", "OTHER"));
        await using var _ = world;
        var (_, failure) = await RefusedAsync(world, desk);
        Assert.Equal("ResourceNotFound", failure.Text("code"));
        Assert.Contains("Check Company", failure.Text("cure"), StringComparison.Ordinal);
    }

    private static Task FieldAsync(World world, object definition) => world.PostAsync("/_sandbox/zoho-crm/fields", new[] { definition });

    private static async Task<(Deal Deal, JsonElement Failure)> RefusedAsync(World world, SalesDesk desk, Deal? sold = null)
    {
        var deal = sold ?? await desk.SellAsync(SalesDesk.Won);
        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "deadLettered");
        return (deal, (await desk.LetterAsync(deal))!.Value.GetProperty("failure"));
    }

    private static async Task CuredAsync(World world, SalesDesk desk, Deal deal)
    {
        (await world.App.PostAsync($"/api/dead-letters/{deal.Run}/resubmit", null)).EnsureSuccessStatusCode();
        await world.RunAsync(deal.Run, "done");
        await DealProof.HoldsAsync(desk, deal, winnings: 1);
        Assert.Null(await desk.LetterAsync(deal));
    }
}
