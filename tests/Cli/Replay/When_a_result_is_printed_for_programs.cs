using System.Text.Json;
using Isthmus.Cli.Replay.Proving;
using Isthmus.Cli.Replay.Reporting;

namespace Isthmus.Cli.Tests.Replay;

public sealed class When_a_result_is_printed_for_programs
{
    private static readonly string[] Promised =
    [
        "orders", "skipped", "settled", "deadLettered", "lost", "doubled", "refunds", "stripeTotal", "zohoTotal", "sageTotal",
            "seconds",
        "ordersPerSecond", "p50Ms", "p99Ms"
    ];

    [Fact]
    public void It_is_one_object_that_begins_with_the_members_promised()
    {
        var proof = new Proof(1, 0, [], [], [], 10.50m, 10.50m, 10.50m);
        var result = new ReplayResult(proof)
        {
            Orders = 1, Skipped = 0, Settled = 1, DeadLettered = 0, Lost = 0, Doubled = 0, Refunds = 0, StripeTotal = 10.50m,
                ZohoTotal = 10.50m,
            SageTotal = 10.50m, Seconds = 1.5, OrdersPerSecond = 0.67, P50Ms = 800, P99Ms = 900, Different = 0,
                RefundsSettled = 0, RefundsDeadLettered = 0, CancellationsShortened = 0,
            Currency = "GBP", CallsPerOrder = new Dictionary<string, double>(), SkippedBecause = new Dictionary<string, int>()
        };
        using var json = JsonDocument.Parse(ReplayReport.Json(result));
        var names = json.RootElement.EnumerateObject().Select(member => member.Name).ToList();
        Assert.Equal(Promised, names.Take(Promised.Length));
        Assert.Equal(10.50m, json.RootElement.GetProperty("stripeTotal").GetDecimal());
        Assert.DoesNotContain("proof", names);
    }
}
