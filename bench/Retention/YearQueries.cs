using System.Diagnostics;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Runs;

namespace Isthmus.Bench.Retention;

/// <summary>Milliseconds that a call takes.</summary>
internal sealed record Took(double P50, double P99);

/// <summary>What operators and flows ask, and what the flow writes, each alone, a hundred times.</summary>
internal sealed class YearQueries(YearStore year)
{
    private const int Times = 100;
    private int written;

    public async Task<Dictionary<string, Took>> TimeAsync(int orders, DateTimeOffset now)
    {
        YearOrder Any(int n) => new((int)((long)orders * (n * 37 % Times) / Times), now);
        var (runs, month) = (year.Runs, AuditRows.Month(now));
        return new Dictionary<string, Took>
        {
            ["run by id"] = await TimeAsync(n => runs.FindAsync(Any(n).CashRun)),
            ["runs by key"] = await TimeAsync(n => runs.FindByKeyAsync(Any(n).Number, 50)),
            ["steps of a run"] = await TimeAsync(n => runs.StepsAsync(Any(n).CashRun)),
            ["newest runs"] = await TimeAsync(_ => runs.ListAsync(new RunQuery(YearDay.Cash), 50, null)),
            ["held runs"] = await TimeAsync(_ => runs.ListAsync(new RunQuery(YearDay.Cash, RunState.Held), 50, null)),
            ["done runs of a day"] = await TimeAsync(n => runs.ListAsync(
                new RunQuery(YearDay.Cash, RunState.Done, now.AddDays(-n), now.AddDays(1 - n)), 50, null)),
            ["balance"] = await TimeAsync(_ => runs.CountAsync(YearDay.Cash)),
            ["open dead letters"] = await TimeAsync(_ => year.Letters.ListAsync(new DeadLetterQuery(), 50, null)),
            ["dead letters by cause"] = await TimeAsync(_ => year.Letters.GroupAsync(new DeadLetterQuery())),
            ["newest audit"] = await TimeAsync(_ => year.Audit.ListAsync(month, 50, null)),
            ["event known?"] = await TimeAsync(n => year.Inbox.FindAsync("stripe", "evt_charge.succeeded_" + Any(n).Intent)),
            ["cross-reference"] = await TimeAsync(n => year.References.FindAsync(Any(n).Intent, "zoho-inventory.payment")),
            ["begin and end a run"] = await TimeAsync(_ => BeginAndEndAsync()),
            ["claim and record"] = await TimeAsync(_ => ClaimAndRecordAsync()),
            ["write to the audit"] = await TimeAsync(n => year.Audit.AddAsync("bench", "write", $"bench/{n}", "written")),
        };
    }

    private async Task BeginAndEndAsync()
    {
        var id = $"bench-{++written}";
        await year.Runs.BeginAsync(new Run { Id = id, Flow = "bench", Key = id });
        await year.Runs.SetStateAsync(id, RunState.Done, "over");
    }

    private async Task ClaimAndRecordAsync()
    {
        var key = $"bench-{++written}";
        await year.References.ClaimAsync(key, "bench", "bench");
        await year.References.RecordAsync(key, "bench", new Reference("1"));
    }

    private static async Task<Took> TimeAsync(Func<int, Task> ask)
    {
        var times = new List<double>(Times);
        for (var n = 0; n < Times; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(n);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return new Took(Math.Round(times[Times / 2], 3), Math.Round(times[Times - 2], 3));
    }
}
