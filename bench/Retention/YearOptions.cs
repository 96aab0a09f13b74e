using System.Globalization;
using Isthmus.Functions.Retention;

namespace Isthmus.Bench.Retention;

/// <summary>What is simulated.</summary>
/// <param name="Months">How many months of 30 days.</param>
/// <param name="OrdersAMonth">Orders in each.</param>
/// <param name="Keep">How long what is over is kept.</param>
internal sealed record YearOptions(int Months, int OrdersAMonth, RetentionOptions Keep)
{
    public const int DaysAMonth = 30;

    public int OrdersADay => Math.Max(1, OrdersAMonth / DaysAMonth);

    /// <summary><c>--months 12 --orders-a-month 50000 --keep-runs 400 --keep-audit 2560</c>.</summary>
    public static YearOptions Parse(string[] args)
    {
        int Number(string name, int otherwise) =>
            Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var usual = new RetentionOptions();
        return new YearOptions(Number("--months", 12), Number("--orders-a-month", 50_000), usual with
        {
            Runs = Number("--keep-runs", usual.Runs),
            Audit = Number("--keep-audit", usual.Audit),
        });
    }
}
