using Isthmus.Cli.Replay.Planning;
using Isthmus.Cli.Replay.Playing;
using Isthmus.Cli.Replay.Proving;

namespace Isthmus.Cli.Tests.Replay;

public sealed class When_the_ledgers_are_compared
{
    private static readonly Evidence Sound = new("pi_1", 10.50m, 3, "N-1");
    private static readonly Ledgers All = new()
    {
        ZohoOrders = [Sound], ZohoInvoices = [Sound], ZohoPayments = [Sound with { Units = 0 }], SageOrders = [Sound],
        Contacts = ["a@example.com"], Customers = ["zoho:1"]
    };

    [Fact]
    public void An_order_that_stands_once_everywhere_is_settled()
    {
        var proof = Prove(All);
        Assert.True(proof.Holds);
        Assert.Equal((1, 10.50m, 10.50m, 10.50m), (proof.Settled, proof.StripeTotal, proof.ZohoTotal, proof.SageTotal));
    }

    [Fact]
    public void An_order_that_is_missing_somewhere_is_lost()
    {
        var proof = Prove(All with { SageOrders = [] });
        Assert.Contains("no Sage sales order", Assert.Single(proof.Lost));
        Assert.False(proof.Holds);
    }

    [Fact]
    public void A_dead_letter_is_not_lost_but_the_totals_do_not_agree()
    {
        var proof = Prove(All with { SageOrders = [] }, dead: "pi_1");
        Assert.Equal((1, 0), (proof.DeadLettered, proof.Lost.Count));
        Assert.False(proof.Holds);
    }

    public static TheoryData<string, object> Doubles => new()
    {
        { "2 times Zoho sales order", All with { ZohoOrders = [Sound, Sound with { Number = "N-2" }] } },
        { "2 times Zoho payment", All with { ZohoPayments = [Sound, Sound] } },
        { "2 times Sage sales order", All with { SageOrders = [Sound, Sound] } },
        { "belongs to no payment", All with { ZohoInvoices = [Sound, Sound with { PaymentIntent = "" }] } },
        { "Zoho contact a@example.com stands 2 times", All with { Contacts = ["a@example.com", "a@example.com"] } },
        { "Sage customer zoho:1 stands 2 times", All with { Customers = ["zoho:1", "zoho:1"] } }
    };

    [Theory, MemberData(nameof(Doubles))]
    public void What_stands_once_too_often_is_doubled(string finding, object ledgers)
    {
        var proof = Prove((Ledgers)ledgers);
        Assert.Contains(finding, Assert.Single(proof.Doubled));
        Assert.False(proof.Holds);
    }

    public static TheoryData<object> Differences => new()
    {
        All with { SageOrders = [Sound with { Amount = 10.49m }] },
        All with { ZohoInvoices = [Sound with { Amount = 10.51m }] },
        All with { ZohoOrders = [Sound with { Units = 2 }] },
        All with { SageOrders = [Sound with { Units = 4 }] }
    };

    [Theory, MemberData(nameof(Differences))]
    public void One_cent_or_one_unit_is_a_difference(object ledgers)
    {
        var proof = Prove((Ledgers)ledgers);
        Assert.Single(proof.Different);
        Assert.Equal((0, false), (proof.Settled, proof.Holds));
    }

    [Fact]
    public void Differences_that_cancel_out_in_the_totals_are_found()
    {
        var other = Sound with { PaymentIntent = "pi_2" };
        var ledgers = new Ledgers
        {
            ZohoOrders = [Sound, other], ZohoInvoices = [Sound, other], ZohoPayments = [Sound, other],
            SageOrders = [Sound with { Amount = 11m }, other with { Amount = 10m }], Contacts = [], Customers = []
        };
        var charged = new Dictionary<string, long> { ["pi_1"] = 1050, ["pi_2"] = 1050 };
        var proof = Proof.Of([Paid("pi_1"), Paid("pi_2")], charged, ledgers, new HashSet<string>());
        Assert.Equal((2, proof.StripeTotal), (proof.Different.Count, proof.SageTotal));
        Assert.False(proof.Holds);
    }

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    public void Percentiles_are_by_nearest_rank(double share, double expected) =>
        Assert.Equal(expected, new Latencies([.. Enumerable.Range(1, 100).Select(n => (double)n)]).Percentile(share));

    private static Proof Prove(Ledgers ledgers, string? dead = null) => Proof.Of(
        [Paid("pi_1")], new Dictionary<string, long> { ["pi_1"] = 1050 }, ledgers, dead is null ? new HashSet<string>() : [dead]);

    private static PaidOrder Paid(string intent)
    {
        var plan = new PlannedOrder("1", "", "17850", "GB", [new PlannedLine("A", "", LineKind.Goods, 3, 350)], 0, 0);
        return new PaidOrder(plan, intent, 1050, DateTimeOffset.UnixEpoch);
    }
}
