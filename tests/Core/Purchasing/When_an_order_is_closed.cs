using Isthmus.Core.Purchasing;

namespace Isthmus.Core.Tests.Purchasing;

public sealed class When_an_order_is_closed
{
    private static readonly PurchaseOrder Order = new()
    {
        Lines = [new() { Id = "1", Quantity = 10, Received = 4 }, new() { Id = "2", Quantity = 3 }, new() { Id = "3" }],
    };

    [Theory]
    [InlineData(PurchaseStatus.Open, "1x10 2x3")]
    [InlineData(PurchaseStatus.Closed, "1x4")]
    [InlineData(PurchaseStatus.Cancelled, "")]
    public void What_stands_is_what_came(PurchaseStatus status, string standing) => Assert.Equal(
        standing, string.Join(' ', (Order with { Status = status }).Standing.Select(line => $"{line.Id}x{line.Quantity}")));

    [Fact]
    public void What_came_goes_onto_the_other_sides_lines_once_each()
    {
        var receipt = new GoodsReceipt { Lines = [new("1", 2), new("2", 0), new("1", 3)] };
        Assert.Equal([new ReceivedLine("a", 5)], receipt.Onto(new Dictionary<string, string> { ["1"] = "a", ["2"] = "b" }).Lines);
    }
}
