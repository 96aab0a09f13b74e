using Isthmus.Functions.Refunds;

namespace Isthmus.Flows.Tests.Refunds;

public sealed class When_refund_rules_are_set
{
    [Fact]
    public void The_usual_ones_are_sound() => Assert.Empty(RefundRules.Check(new RefundOptions()));

    [Fact]
    public void Every_mistake_is_named_with_its_cure()
    {
        var problems = RefundRules.Check(new RefundOptions
        {
            SagePosting = "memo",
            OnApprovedReturn = "pay",
            NumberPrefix = "",
            HoldAbove = new Dictionary<string, long> { ["gbp"] = 1 },
            HoldAboveADay = new Dictionary<string, long> { ["GBP"] = -1 },
        });

        Assert.Equal(
            ["SagePosting", "OnApprovedReturn", "HoldAbove:gbp", "HoldAboveADay:GBP", "NumberPrefix"],
            problems.Select(problem => problem.Name["Isthmus:Refunds:".Length..]));
    }
}
