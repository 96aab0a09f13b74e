using Isthmus.Core.Purchasing;

namespace Isthmus.Core.Tests.Purchasing;

public sealed class When_lines_are_paired
{
    [Fact]
    public void The_same_item_on_several_lines_goes_by_their_order() => Assert.Equal(
        [("1", "a"), ("2", "b"), ("3", "c")],
        Pairs([new("1", "BTL"), new("2", "CUP"), new("3", "btl")], [new("a", "BTL"), new("b", "CUP"), new("c", "BTL")]));

    [Fact]
    public void A_line_that_remembers_its_counterpart_has_it_whatever_its_item_is() => Assert.Equal(
        [("1", "c"), ("2", "a")], Pairs([new("1", "BTL", "c"), new("2", "BTL")], [new("a", "BTL"), new("c", "OTHER")]));

    [Fact]
    public void A_line_without_a_counterpart_is_left_out() => Assert.Equal(
        [("1", "a")], Pairs([new("1", "BTL"), new("2", "BTL"), new("3", "CUP", "gone")], [new("a", "BTL")]));

    private static IEnumerable<(string, string)> Pairs(PairingLine[] left, PairingLine[] right) =>
        LinePairs.Of(left, right).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
}
