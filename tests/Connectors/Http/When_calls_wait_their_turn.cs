using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;
using Isthmus.Tests.Support;

namespace Isthmus.Connectors.Tests.Http;

public sealed class When_calls_wait_their_turn
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task As_many_as_allowed_go_at_once_and_the_next_when_the_first_is_a_window_old()
    {
        var gate = Gate(new CallLimits { Calls = 2, Window = TimeSpan.FromSeconds(60) });
        await Enter(gate);
        time.Advance(TimeSpan.FromSeconds(10));
        await Enter(gate);
        var third = gate.EnterAsync("call", CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(49));
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await third);
    }

    [Fact]
    public void No_window_ever_holds_more_calls_than_the_limit()
    {
        var window = new SlidingWindow(10, TimeSpan.FromSeconds(10));
        var gaps = new Random(46);
        var now = time.GetUtcNow();
        var at = new List<DateTimeOffset>();
        for (var call = 0; call < 500; call++)
        {
            now += TimeSpan.FromSeconds(gaps.NextDouble() * 2);
            at.Add(window.Next > now ? window.Next : now);
            window.Take(at[^1]);
        }
        Assert.All(at, start => Assert.InRange(at.Count(each => each >= start && each < start.AddSeconds(10)), 1, 10));
    }

    [Fact]
    public async Task A_wait_that_would_be_too_long_is_refused_with_its_length()
    {
        var gate = Gate(new CallLimits { Calls = 1, Window = TimeSpan.FromSeconds(60), LongestWait = TimeSpan.FromSeconds(30) });
        await Enter(gate);
        var refusal = await gate.EnterAsync("call", CancellationToken.None);
        Assert.Equal((FailureClass.Throttled, TimeSpan.FromSeconds(60)),
            (refusal!.Failure.Class, refusal.Failure.RetryAfter!.Value));
    }

    [Fact]
    public async Task A_day_that_is_used_up_refuses_until_tomorrow()
    {
        var gate = Gate(new CallLimits { Calls = 100, PerDay = 3 });
        for (var call = 0; call < 3; call++) await Enter(gate);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(23), (await gate.EnterAsync("call", CancellationToken.None))!.Failure.RetryAfter);
        time.Advance(TimeSpan.FromHours(23));
        Assert.Null(await gate.EnterAsync("call", CancellationToken.None));
    }

    [Fact]
    public async Task A_vendor_that_asks_for_a_pause_gets_it_from_everybody()
    {
        var gate = Gate(new CallLimits { Calls = 100, Concurrency = 100 });
        gate.Close(TimeSpan.FromSeconds(20));
        var waiting = Enumerable.Range(0, 5).Select(_ => gate.EnterAsync("call", CancellationToken.None)).ToList();
        time.Advance(TimeSpan.FromSeconds(19));
        Assert.All(waiting, each => Assert.False(each.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(waiting), Assert.Null);
    }

    [Fact]
    public async Task Only_so_many_are_under_way_at_once()
    {
        var gate = Gate(new CallLimits { Concurrency = 2 });
        await gate.EnterAsync("call", CancellationToken.None);
        await gate.EnterAsync("call", CancellationToken.None);
        var third = gate.EnterAsync("call", CancellationToken.None);
        Assert.False(third.IsCompleted);
        gate.Leave();
        Assert.Null(await third);
    }

    [Fact]
    public async Task Who_waits_too_long_for_a_place_is_refused()
    {
        var gate = Gate(new CallLimits { Concurrency = 1, LongestWait = TimeSpan.FromSeconds(30) });
        await gate.EnterAsync("call", CancellationToken.None);
        var second = gate.EnterAsync("call", CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("too-many-waiting", (await second)!.Failure.Code);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_place_to_others()
    {
        var gate = Gate(new CallLimits { Calls = 1, Window = TimeSpan.FromSeconds(60), Concurrency = 1 });
        await Enter(gate);
        using var impatient = new CancellationTokenSource();
        var second = gate.EnterAsync("call", impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        time.Advance(TimeSpan.FromSeconds(120));
        Assert.Null(await gate.EnterAsync("call", CancellationToken.None));
    }

    private CallGate Gate(CallLimits limits) => new("test", limits, time);

    private static async Task Enter(CallGate gate)
    {
        Assert.Null(await gate.EnterAsync("call", CancellationToken.None));
        gate.Leave();
    }
}
