using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Amounts;

namespace Isthmus.Core.Tests.Amounts;

public sealed class When_an_amount_is_split
{
    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(1, new long[] { 1, 2 }, new long[] { 0, 1 })]
    [InlineData(5, new long[] { 0, 7 }, new long[] { 0, 5 })]
    public void The_largest_fractions_get_what_is_left(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, LargestRemainder.Split(amount, weights));

    [Fact]
    public void The_parts_make_the_amount_and_each_is_its_share_to_the_unit() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Cases().ToArbitrary(), split =>
        {
            var parts = LargestRemainder.Split(split.Amount, split.Weights);
            var whole = split.Weights.Sum(weight => (decimal)weight);
            return parts.Sum() == split.Amount
                && parts.Zip(split.Weights).All(pair => Math.Abs(pair.First - (split.Amount * (decimal)pair.Second / whole)) < 1);
        }));

    [Fact]
    public void Nothing_to_split_over_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(1, [0, 0]));

    private static Gen<(long Amount, long[] Weights)> Cases() =>
        from amount in Gen.Choose(0, 2_000_000_000)
        from weights in Gen.Choose(0, 1_000_000_000).Select(weight => (long)weight).NonEmptyListOf()
        where weights.Any(weight => weight > 0)
        select ((long)amount, weights.ToArray());
}
