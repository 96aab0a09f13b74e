using FsCheck;
using FsCheck.Fluent;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Refunds;

/// <summary>What somebody does about the money of one order.</summary>
public enum Wish
{
    RefundInStripe,
    PendingInStripe,
    RecordInZoho,
    TwoAtOnce,
    BankRefuses,
    Redelivery,
}

/// <summary>
/// Random histories of refunds of one order, from both sides at once. At rest Stripe, Zoho and Sage say the same, and never more went
/// back than was paid. ISTHMUS_SEED replays a history.
/// </summary>
public sealed class When_refunds_come_as_they_like(Lanes lanes, ITestOutputHelper output) : IClassFixture<Lanes>
{
    private const int Histories = 4;

    [Fact]
    public async Task No_money_is_lost_or_made()
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var asked) ? asked : 1;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var histories = Enumerable.Range(0, Histories).Select(n => Deeds().ListOf(7).Sample(20, new Rnd(seed + (ulong)n), 1).First()).ToList();
        await lanes.EachAsync(Enumerable.Range(0, Histories), async (sandbox, n) =>
        {
            await using var world = await World.StartBesideAsync(sandbox, null);
            await new RefundHistory(world, [.. histories[n]]).PlayAsync();
        });
    }

    private static Gen<(Wish, int)> Deeds() =>
        from wish in Gen.Elements(Enum.GetValues<Wish>())
        from amount in Gen.Choose(1, 4_000)
        select (wish, amount);
}
