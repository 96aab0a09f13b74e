using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Retention;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Retention;

public sealed class When_closed_dead_letters_are_purged : LedgerTest
{
    private DeadLetterStore letters = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        letters = new DeadLetterStore(Tables, Time);
    }

    [Fact]
    public async Task They_go_by_when_they_were_closed()
    {
        await letters.AddAsync(Letter("o2c-old"));
        await letters.AddAsync(Letter("o2c-late"));
        await letters.CloseAsync("o2c-old");
        Time.Advance(TimeSpan.FromDays(401));
        await letters.CloseAsync("o2c-late");

        Assert.Equal(1, await PurgeAsync());

        Assert.Null(await letters.FindAsync("o2c-old"));
        Assert.NotNull(await letters.FindAsync("o2c-late"));
    }

    [Fact]
    public async Task Open_ones_stay_however_old()
    {
        await letters.AddAsync(Letter("o2c-1"));
        Time.Advance(TimeSpan.FromDays(4000));

        Assert.Equal(0, await PurgeAsync());
        Assert.NotNull(await letters.FindOpenAsync("o2c-1"));
    }

    [Fact]
    public async Task One_that_was_opened_and_closed_again_goes_by_the_last_time()
    {
        await letters.AddAsync(Letter("o2c-1"));
        await letters.CloseAsync("o2c-1");
        Time.Advance(TimeSpan.FromDays(300));
        await letters.AddAsync(Letter("o2c-1"));
        await letters.CloseAsync("o2c-1");
        Time.Advance(TimeSpan.FromDays(200));

        Assert.Equal(0, await PurgeAsync());
        Time.Advance(TimeSpan.FromDays(201));
        Assert.Equal(1, await PurgeAsync());
    }

    private async Task<int> PurgeAsync()
    {
        var budget = new PurgeBudget(Time, TimeSpan.FromMinutes(1));
        await letters.PurgeAsync(Time.GetUtcNow().AddDays(-400), budget);
        return budget.Removed;
    }

    private static DeadLetter Letter(string run) => new()
    {
        RunId = run,
        Flow = "order-to-cash",
        Key = "pi_1",
        Step = "CreateSalesOrder",
        Failure = new Failure(FailureClass.ReferenceMissing, "zoho-inventory", "write", "item-missing", "No item.", "Create it."),
        Owner = "finance",
    };
}
