using Isthmus.Functions.Deals;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_deal_rules_are_set
{
    private static readonly DealOptions Good = new() { Enabled = true, ClosedFrom = "2026-12-01" };

    [Fact]
    public void What_can_be_meant_is_taken() => Assert.Empty(DealRules.Check(Good));

    [Fact]
    public void Everything_that_cannot_be_meant_is_named_with_its_cure()
    {
        var problems = DealRules.Check(new DealOptions
        {
            Enabled = true, LinesFrom = "subform", AmountDiffers = "guess", NumberPrefix = "TOO-LONG", FollowDays =
                0, OptionalField = "MUCH-TOO-LONG",
        });

        Assert.Equal(
            ["ClosedFrom", "Subform:Name", "AmountDiffers", "NumberPrefix", "OptionalField", "FollowDays"],
            problems.Select(problem => problem.Name["Isthmus:Deals:".Length..]));
        Assert.All(problems, problem => Assert.StartsWith("Give", problem.Cure));
    }
}
