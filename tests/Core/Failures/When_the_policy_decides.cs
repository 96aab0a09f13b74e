using Isthmus.Core.Failures;

namespace Isthmus.Core.Tests.Failures;

public sealed class When_the_policy_decides
{
    private static readonly FailurePolicyOptions Options = new();

    [Theory]
    [InlineData(FailureClass.Transient, 1, FailureAction.Retry, 1)]
    [InlineData(FailureClass.Transient, 2, FailureAction.Retry, 2)]
    [InlineData(FailureClass.Transient, 5, FailureAction.Retry, 16)]
    [InlineData(FailureClass.Transient, 40, FailureAction.Retry, 600)]
    [InlineData(FailureClass.Transient, 60, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.Throttled, 59, FailureAction.Retry, 600)]
    [InlineData(FailureClass.Locked, 3, FailureAction.Retry, 4)]
    [InlineData(FailureClass.Auth, 11, FailureAction.Retry, 600)]
    [InlineData(FailureClass.Auth, 12, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.Bug, 2, FailureAction.Retry, 2)]
    [InlineData(FailureClass.Bug, 3, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.Validation, 1, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.ReferenceMissing, 1, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.Conflict, 1, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.Permanent, 1, FailureAction.DeadLetter, 0)]
    public void Each_class_has_its_patience(FailureClass kind, int attempt, FailureAction action, double seconds)
    {
        var decision = FailurePolicy.Decide(Failure(kind), attempt, Options);

        Assert.Equal(new FailureDecision(action, TimeSpan.FromSeconds(seconds)), decision);
    }

    [Fact]
    public void A_vendor_that_asks_for_a_longer_wait_gets_it()
    {
        var failure = Failure(FailureClass.Throttled) with { RetryAfter = TimeSpan.FromHours(1) };

        Assert.Equal(TimeSpan.FromHours(1), FailurePolicy.Decide(failure, 1, Options).Delay);
    }

    [Fact]
    public void A_missing_reference_is_held_where_the_company_wants_it()
    {
        var options = Options with { HoldMissingReferences = true };

        Assert.Equal(FailureAction.Hold, FailurePolicy.Decide(Failure(FailureClass.ReferenceMissing), 1, options).Action);
    }

    [Theory]
    [InlineData(FailureClass.ReferenceMissing, "finance")]
    [InlineData(FailureClass.Auth, "it")]
    [InlineData(FailureClass.Bug, "isthmus")]
    public void Each_class_has_its_owner(FailureClass kind, string owner) => Assert.Equal(owner, FailurePolicy.Owner(kind));

    private static Failure Failure(FailureClass kind) => new(kind, "stripe", "read", "code", "It failed.", "Mend it.");
}
