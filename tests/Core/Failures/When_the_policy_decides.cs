using Isthmus.Core.Failures;

namespace Isthmus.Core.Tests.Failures;

public sealed class When_the_policy_decides
{
    private static readonly FailurePolicyOptions Options = new();

    [Theory]
    [InlineData(FailureClass.Transient, 1, FailureAction.RetryNow, 0)]
    [InlineData(FailureClass.Transient, 2, FailureAction.RetryLater, 2)]
    [InlineData(FailureClass.Transient, 5, FailureAction.RetryLater, 16)]
    [InlineData(FailureClass.Transient, 40, FailureAction.RetryLater, 600)]
    [InlineData(FailureClass.Transient, 60, FailureAction.DeadLetter, 0)]
    [InlineData(FailureClass.Throttled, 1, FailureAction.RetryLater, 1)]
    [InlineData(FailureClass.Throttled, 5000, FailureAction.RetryLater, 600)]
    [InlineData(FailureClass.Locked, 1, FailureAction.RetryNow, 0)]
    [InlineData(FailureClass.Locked, 3, FailureAction.RetryLater, 4)]
    [InlineData(FailureClass.Auth, 1, FailureAction.PauseConnection, 0)]
    [InlineData(FailureClass.Auth, 5000, FailureAction.PauseConnection, 0)]
    [InlineData(FailureClass.Bug, 2, FailureAction.RetryLater, 2)]
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
        var failure = Failure(FailureClass.Throttled) with { RetryAfter = TimeSpan.FromMinutes(4) };

        Assert.Equal(new(FailureAction.RetryLater, TimeSpan.FromMinutes(4)), FailurePolicy.Decide(failure, 1, Options));
    }

    [Fact]
    public void A_vendor_that_asks_for_a_very_long_wait_gets_a_pause()
    {
        var failure = Failure(FailureClass.Throttled) with { RetryAfter = TimeSpan.FromHours(1) };

        Assert.Equal(new(FailureAction.PauseConnection, TimeSpan.FromHours(1)), FailurePolicy.Decide(failure, 1, Options));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void An_outage_pauses_the_connection_at_whatever_try(int attempt) => Assert.Equal(
        FailureAction.PauseConnection, FailurePolicy.Decide(Failure(FailureClass.Transient) with { Outage = true }, attempt, Options).Action);

    [Fact]
    public void Our_own_house_is_never_paused() => Assert.Equal(
        FailureAction.DeadLetter, FailurePolicy.Decide(Failure(FailureClass.Auth) with { Connection = "isthmus" }, 1, Options).Action);

    [Fact]
    public void What_may_have_happened_is_not_repeated_at_once() => Assert.Equal(
        FailureAction.RetryLater, FailurePolicy.Decide(Failure(FailureClass.Transient) with { EffectUnknown = true }, 1, Options).Action);

    [Theory]
    [InlineData(0, null, 10)]
    [InlineData(3, null, 80)]
    [InlineData(40, null, 900)]
    [InlineData(0, 30, 30)]
    [InlineData(40, 3600, 3600)]
    public void Probes_come_ever_more_slowly(int failed, int? asked, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds),
        FailurePolicy.UntilProbe(failed, asked is { } wait ? TimeSpan.FromSeconds(wait) : null, Options));

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
