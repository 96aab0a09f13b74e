using Isthmus.Core.CrossReferences;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.CrossReferences;

public sealed class When_a_turn_is_let_go : LedgerTest
{
    private const string Key = "refunding|pi_1";
    private const string Target = "stripe.payment_intent";

    [Fact]
    public async Task Whoever_asks_at_that_moment_gets_it_or_is_told_that_it_is_taken()
    {
        var store = new CrossReferenceStore(Tables, Time);
        var (held, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var turn = 0; turn < 40; turn++)
            {
                var claim = await store.ClaimAsync(Key, Target, $"run-{n}");
                if (claim.State == ClaimState.Taken) continue;
                most = Math.Max(most, Interlocked.Increment(ref held));
                Interlocked.Decrement(ref held);
                await store.ReleaseAsync(claim, $"run-{n}");
            }
        })));

        Assert.Equal(1, most);
        Assert.Equal(ClaimState.First, (await store.ClaimAsync(Key, Target, "run-late")).State);
    }
}
