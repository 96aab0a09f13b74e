using Isthmus.Agent.Boi;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Tests.Boi;

public sealed class When_the_catalogue_is_read
{
    private static readonly Dictionary<string, ObjectNames> NoOwnNames = [];

    [Fact]
    public void Every_object_can_be_found_by_its_key_and_reads_its_lines()
    {
        var catalogue = new BoiCatalogue(NoOwnNames, []);
        var known = catalogue.Names.Select(name => catalogue.Find(name)!).ToList();

        Assert.InRange(known.Count, 27, 100);
        Assert.All(known, each => Assert.Subset(each.Columns.Select(column => column.Name).ToHashSet(), each.Keys.ToHashSet()));
        Assert.All(known, each => Assert.EndsWith("_svc", each.Service));
        Assert.All(known.Where(each => each.Lines is not null), each => Assert.EndsWith("_svc", each.Lines!.Service));
        Assert.All(known, each => Assert.True(each.Bus.Length == 0 || each.Bus.EndsWith("_bus", StringComparison.Ordinal)));
        Assert.All(known, each => Assert.True(
            each.Finished.Length + each.History.Length == 0 || catalogue.Find(each.Finished + each.History) is not null));
    }

    [Fact]
    public void Lengths_are_those_of_the_release()
    {
        var name = new BoiCatalogue(NoOwnNames, []).Find("AR_Customer")!.Columns.Single(column => column.Name == "CustomerName");

        Assert.Equal((50, 50, 30), (name.In("2025").Length, name.In("2023").Length, name.In("2018").Length));
    }

    [Fact]
    public void What_the_company_does_not_have_is_not_served()
    {
        var catalogue = new BoiCatalogue(NoOwnNames, ["RA_Return"]);
        Assert.Null(catalogue.Find("RA_Return"));
        Assert.DoesNotContain("RA_Return", catalogue.Names);
    }

    [Fact]
    public void A_host_may_call_an_object_otherwise()
    {
        var own = new Dictionary<string, ObjectNames> { ["RA_Return"] = new() { Bus = "RA_RMA_bus", LineService = "RA_RMALine_svc" } };
        var found = new BoiCatalogue(own, []).Find("RA_Return")!;

        Assert.Equal(("RA_RMA_bus", "RA_Return_svc", "RA_RMALine_svc"), (found.Bus, found.Service, found.Lines!.Service));
    }

    [Fact]
    public void Text_carries_a_dollar_and_numbers_none()
    {
        var order = new BoiCatalogue(NoOwnNames, []).Find("SO_SalesOrder")!;
        var names = order.Columns.Concat(order.Lines!.Columns).DistinctBy(column => column.Name)
            .ToDictionary(column => column.Name, column => column.In("2023").BoiName);

        Assert.Equal(("OrderDate$", "FreightAmt", "QuantityOrdered"), (names["OrderDate"], names["FreightAmt"], names["QuantityOrdered"]));
        Assert.Equal(ColumnKind.Date, order.Columns.Single(column => column.Name == "OrderDate").Type);
    }
}
