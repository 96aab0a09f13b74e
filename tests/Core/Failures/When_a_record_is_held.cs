using Isthmus.Core.Failures;

namespace Isthmus.Core.Tests.Failures;

public sealed class When_a_record_is_held
{
    private static readonly Failure Held = new(FailureClass.Locked, "sage-100", "update AR_Customer", "locked", "Somebody has it.", "Wait.");
    private static readonly FailureDecision Later = new(FailureAction.RetryLater, TimeSpan.FromSeconds(8));

    [Fact]
    public void Those_who_wait_come_back_at_different_times_within_a_quarter()
    {
        var waits = Enumerable.Range(0, 200).Select(at => LockWaits.Spread(Later, Held, $"so2sage-{at}", 4).Delay).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(10)));
        Assert.True(waits.Distinct().Count() > 190);
        Assert.InRange(waits.Average(wait => wait.TotalSeconds), 7.7, 8.3);
    }

    [Fact]
    public void The_same_run_s_tries_differ_and_the_same_question_has_the_same_answer()
    {
        Assert.NotEqual(LockWaits.Spread(Later, Held, "so2sage-1", 4), LockWaits.Spread(Later, Held, "so2sage-1", 5));
        Assert.Equal(LockWaits.Spread(Later, Held, "so2sage-1", 4), LockWaits.Spread(Later, Held, "so2sage-1", 4));
    }

    [Fact]
    public void Nothing_else_is_spread()
    {
        Assert.Equal(Later, LockWaits.Spread(Later, Held with { Class = FailureClass.Transient }, "x", 4));
        Assert.Equal(Later, LockWaits.Spread(Later, Held with { RetryAfter = TimeSpan.FromSeconds(8) }, "x", 4));
        var gaveUp = new FailureDecision(FailureAction.DeadLetter, TimeSpan.Zero);
        Assert.Equal(gaveUp, LockWaits.Spread(gaveUp, Held, "x", 60));
    }
}
