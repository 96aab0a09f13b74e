using Isthmus.Core.Canonical;
using Isthmus.Functions.Items.ToZoho;

namespace Isthmus.Flows.Tests.Items;

public sealed class When_a_name_is_taken
{
    [Theory]
    [InlineData("Steel bottle", "Steel bottle (BTL-1L)")]
    [InlineData("a", "a (BTL-1L)")]
    [InlineData("a🚢", "a (BTL-1L)")]
    public void The_SKU_stands_behind_it_and_no_character_is_cut_in_two(string end, string shown)
    {
        var start = new string('x', end.Length > 10 ? 0 : 89);
        Assert.Equal(start + shown, ZohoItemBody.OwnName(new Item { Sku = "BTL-1L", Name = start + end }));
    }
}
