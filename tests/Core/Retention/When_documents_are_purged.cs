using Isthmus.Core.Payloads;
using Isthmus.Core.Retention;
using Isthmus.Core.Tests.Ledgers;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests.Retention;

public sealed class When_documents_are_purged : LedgerTest
{
    private readonly TemporaryFolder folder = new();
    private TieredPayloadStore payloads = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        payloads = new TieredPayloadStore(Tables, new FilePayloadStore(folder.Path, Time), Time);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task Old_ones_go_and_those_of_later_days_stay(int size)
    {
        var old = await payloads.PutAsync(new byte[size]);
        Time.Advance(TimeSpan.FromDays(46));
        var late = await payloads.PutAsync(new byte[size]);

        Assert.Equal(1, await PurgeAsync());

        await Assert.ThrowsAsync<PayloadMissingException>(() => payloads.GetAsync(old));
        Assert.Equal(size, (await payloads.GetAsync(late)).Length);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task What_is_still_needed_stays_however_old(int size)
    {
        var needed = await payloads.PutAsync(new byte[size]);
        Time.Advance(TimeSpan.FromDays(900));

        Assert.Equal(0, await PurgeAsync(needed));
        Assert.Equal(size, (await payloads.GetAsync(needed)).Length);
    }

    [Fact]
    public async Task Many_days_go_in_small_batches()
    {
        for (var n = 0; n < 400; n++)
        {
            await payloads.PutAsync(BitConverter.GetBytes(n));
            if (n % 100 == 0) Time.Advance(TimeSpan.FromDays(1));
        }
        Time.Advance(TimeSpan.FromDays(46));

        Assert.Equal(400, await PurgeAsync());
    }

    private async Task<int> PurgeAsync(params string[] needed)
    {
        var budget = new PurgeBudget(Time, TimeSpan.FromMinutes(1));
        await payloads.PurgeAsync(Time.GetUtcNow().AddDays(-45), needed.ToHashSet(), budget);
        return budget.Removed;
    }
}
