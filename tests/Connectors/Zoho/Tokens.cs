using Isthmus.Connectors.Zoho;
using Isthmus.Core.Failures;
using Isthmus.Tests.Support;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Zoho;

public sealed class Tokens
{
    private readonly ManualTime time = new();
    private readonly Queue<TaskCompletionSource<ZohoToken>> mints = new();
    private int asked;

    [Fact]
    public async Task Are_minted_once_however_many_ask()
    {
        var tokens = Source(out var mint);
        var callers = Enumerable.Range(0, 50).Select(_ => tokens.GetAsync(CancellationToken.None)).ToList();
        mint.SetResult(Token("a"));
        var got = await Task.WhenAll(callers);
        Assert.All(got, token => Assert.Equal("a", token.Value));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Are_not_taken_from_others_by_a_caller_who_gives_up()
    {
        var tokens = Source(out var mint);
        using var impatient = new CancellationTokenSource();
        var first = tokens.GetAsync(impatient.Token);
        var second = tokens.GetAsync(CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        mint.SetResult(Token("a"));
        Assert.Equal("a", (await second).Value);
    }

    [Fact]
    public async Task Are_renewed_before_they_end_while_the_old_one_still_serves()
    {
        var tokens = await HoldingAsync("a");
        time.Advance(TimeSpan.FromMinutes(56));
        var renewal = Next();
        Assert.Equal("a", (await tokens.GetAsync(CancellationToken.None)).Value);
        renewal.SetResult(Token("b"));
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("b", (await tokens.GetAsync(CancellationToken.None)).Value);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Are_waited_for_when_the_old_one_is_over()
    {
        var tokens = await HoldingAsync("a");
        time.Advance(TimeSpan.FromMinutes(60));
        var renewal = Next();
        var caller = tokens.GetAsync(CancellationToken.None);
        Assert.False(caller.IsCompleted);
        renewal.SetResult(Token("b"));
        Assert.Equal("b", (await caller).Value);
    }

    [Fact]
    public async Task Are_dropped_once_when_the_vendor_refuses_them()
    {
        var tokens = await HoldingAsync("a");
        var old = await tokens.GetAsync(CancellationToken.None);
        Next().SetResult(Token("b"));
        tokens.Drop(old);
        var fresh = await tokens.GetAsync(CancellationToken.None);
        tokens.Drop(old);
        Assert.Same(fresh, await tokens.GetAsync(CancellationToken.None));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Are_not_asked_for_while_Zoho_said_to_wait()
    {
        var tokens = Source(out var mint);
        mint.SetException(new FailureException(Throttled));
        Assert.Equal(TimeSpan.FromMinutes(10), (await FailureOf(() => tokens.GetAsync(CancellationToken.None))).RetryAfter);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TimeSpan.FromMinutes(6), (await FailureOf(() => tokens.GetAsync(CancellationToken.None))).RetryAfter);
        Assert.Equal(1, asked);
        time.Advance(TimeSpan.FromMinutes(6));
        Next().SetResult(Token("a"));
        Assert.Equal("a", (await tokens.GetAsync(CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Are_asked_for_again_after_a_passing_failure()
    {
        var tokens = Source(out var mint);
        mint.SetException(new FailureException(Throttled with { Class = FailureClass.Transient, RetryAfter = null }));
        await FailureOf(() => tokens.GetAsync(CancellationToken.None));
        Next().SetResult(Token("a"));
        Assert.Equal("a", (await tokens.GetAsync(CancellationToken.None)).Value);
    }

    private static Failure Throttled { get; } = new(FailureClass.Throttled, "zoho-inventory", "renew access token",
        "too-many-tokens", "", "")
    {
        RetryAfter = TimeSpan.FromMinutes(10),
    };

    private ZohoTokens Source(out TaskCompletionSource<ZohoToken> first)
    {
        first = Next();
        return new ZohoTokens(
            _ =>
            {
                Interlocked.Increment(ref asked);
                return mints.Dequeue().Task;
            },
            time);
    }

    private async Task<ZohoTokens> HoldingAsync(string value)
    {
        var tokens = Source(out var mint);
        mint.SetResult(Token(value));
        await tokens.GetAsync(CancellationToken.None);
        return tokens;
    }

    private TaskCompletionSource<ZohoToken> Next()
    {
        var mint = new TaskCompletionSource<ZohoToken>();
        mints.Enqueue(mint);
        return mint;
    }

    private ZohoToken Token(string value) =>
        new(value, new Uri("https://www.zohoapis.eu"), "", time.GetUtcNow(), TimeSpan.FromHours(1));
}
