using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;
using Isthmus.Tests.Support;

namespace Isthmus.Connectors.Tests.Http;

public sealed class When_a_connection_is_used_up
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task A_step_that_finds_the_line_full_is_told_when_to_come_back()
    {
        var gate = FullGate();
        var failure = (await AskAsync(gate, "late"))!.Failure;
        Assert.Equal((FailureClass.Throttled, Failure.TurnLater), (failure.Class, failure.Code));
        Assert.True(failure.RetryAfter > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_line_that_is_full_of_calls_under_way_says_soon_although_no_token_is_used_up()
    {
        var gate = new CallGate("test", new CallLimits { Calls = 1000, Concurrency = 1, Waiting = 2 }, time);
        foreach (var run in (string[])["gone", "waits", "waits too"]) _ = AskAsync(gate, run);
        var failure = (await AskAsync(gate, "late"))!.Failure;
        Assert.Equal(Failure.TurnLater, failure.Code);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Turns_are_given_one_after_the_other()
    {
        var gate = FullGate();
        var first = (await AskAsync(gate, "first"))!.Failure.RetryAfter;
        var second = (await AskAsync(gate, "second"))!.Failure.RetryAfter;
        Assert.True(first < second);
    }

    [Fact]
    public async Task Who_comes_back_at_its_turn_finds_room_before_a_newcomer()
    {
        var gate = FullGate();
        var wait = (await AskAsync(gate, "patient"))!.Failure.RetryAfter!.Value;
        await AskAsync(gate, "far behind");
        time.Advance(wait);
        Assert.NotNull(await AskAsync(gate, "newcomer", wait: false));
        Assert.Null(await AskAsync(gate, "patient", wait: false));
    }

    [Fact]
    public async Task The_next_step_of_a_run_that_has_begun_goes_before_the_first_steps_of_others()
    {
        var gate = NarrowGate();
        await AskAsync(gate, "begun");
        var first = AskAsync(gate, "new");
        var next = AskAsync(gate, "begun");
        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Null(await next);
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task A_run_that_stayed_away_for_long_goes_behind_those_who_wait()
    {
        var gate = NarrowGate();
        await AskAsync(gate, "begun");
        time.Advance(TimeSpan.FromMinutes(3));
        await AskAsync(gate, "other");
        var first = AskAsync(gate, "new");
        var next = AskAsync(gate, "begun");
        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Null(await first);
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task A_step_that_has_begun_is_let_through_to_its_end()
    {
        var gate = new CallGate("test", new CallLimits { Calls = 1, Waiting = 1 }, time);
        using var turn = CallTurn.Start("run");
        Assert.Null(await gate.EnterAsync("one", CancellationToken.None));
        gate.Leave();
        var others = Enumerable.Range(0, 3).Select(_ => gate.EnterAsync("two", CancellationToken.None)).ToList();
        for (var second = 0; second < 3; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1.1));
            gate.Leave();
        }
        Assert.All(await Task.WhenAll(others), Assert.Null);
    }

    [Fact]
    public async Task A_call_outside_of_any_step_waits_in_the_line()
    {
        var gate = FullGate();
        var call = gate.EnterAsync("check", CancellationToken.None);
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Null(await call);
    }

    /// <summary>One call a second, two steps wait for it.</summary>
    private CallGate FullGate()
    {
        var gate = NarrowGate();
        foreach (var run in (string[])["gone", "waits", "waits too"]) _ = AskAsync(gate, run);
        return gate;
    }

    private CallGate NarrowGate() => new("test", new CallLimits { Calls = 1, Waiting = 2 }, time);

    private static async Task<Refusal?> AskAsync(CallGate gate, string run, bool wait = true)
    {
        using var turn = CallTurn.Start(run);
        return wait ? await gate.EnterAsync("call", CancellationToken.None) : gate.Begin("call");
    }
}
