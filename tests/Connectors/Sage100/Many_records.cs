using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Many_records : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private SageAgentClient sage = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        sage = Connected.To(sandbox.Address, ("RecordsACall", "500")).GetRequiredService<SageAgentClient>();
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Are_written_in_full_calls_and_a_bad_one_spoils_no_other()
    {
        var before = await sandbox.CallsAsync("sage-100");
        var results = await sage.WriteManyAsync(Enumerable.Range(0, 1200).Select(Customer).ToAsyncEnumerable()).ToListAsync();
        Assert.Equal(3, await sandbox.CallsAsync("sage-100") - before);
        Assert.Equal(Enumerable.Range(0, 1200).Select(at => $"{at}"), results.Select(each => each.Ref));
        Assert.Equal(["700"], results.Where(each => each.Outcome == SageOutcome.Refused).Select(each => each.Ref));
        Assert.Equal(1199, results.Count(each => each.Outcome == SageOutcome.Written));
    }

    [Fact]
    public async Task Are_taken_no_further_ahead_than_one_call()
    {
        var taken = 0;
        var records = Enumerable.Range(0, 2000).Select(at => { taken++; return Customer(at); }).ToAsyncEnumerable();
        await foreach (var result in sage.WriteManyAsync(records))
            if (result.Ref == "10") break;
        Assert.InRange(taken, 500, 501);
    }

    [Fact]
    public async Task Are_read_in_the_order_of_their_keys_with_gaps_shown()
    {
        await sage.WriteAsync([.. Enumerable.Range(0, 600).Where(at => at % 2 == 0).Select(Customer)]);
        var read = await sage.ReadManyAsync("AR_Customer", Enumerable.Range(0, 600).Select(Key)).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 600).Select(at => at % 2 == 0 ? $"C{at:0000}" : null),
            read.Select(each => each?.GetProperty("CustomerNo").GetString()));
    }

    [Fact]
    public async Task Go_on_from_a_page_that_was_remembered()
    {
        await sage.WriteAsync([.. Enumerable.Range(0, 500).Where(at => at != 700).Select(Customer)]);
        var query = new SageQuery("AR_Customer") { Columns = ["CustomerNo"], PageSize = 200 };
        var first = await sage.QueryPageAsync(query, null);
        var rest = await sage.QueryPagesAsync(query, first.Next).ToListAsync();
        Assert.Equal([200, 100], rest.Select(page => page.Rows.Count));
        Assert.Equal(500, first.Rows.Concat(rest.SelectMany(page => page.Rows)).Select(Number).Distinct().Count());
        Assert.Null(rest[^1].Next);
    }

    private static string? Number(JsonElement row) => row.GetProperty("CustomerNo").GetString();

    private static Dictionary<string, string> Key(int at) => new() { ["ARDivisionNo"] = "00", ["CustomerNo"] = $"C{at:0000}" };

    // One of them has no name.
    private static SageWrite Customer(int at) => new($"{at}", "AR_Customer", SageMode.Create, Key(at),
        JsonSerializer.SerializeToUtf8Bytes(new { values = at == 700 ? new { CustomerName = "" } : new { CustomerName = $"Customer {at}" } }));
}
