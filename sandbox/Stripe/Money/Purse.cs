using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>The balance in one currency: sums, and the available transactions that no payout holds yet.</summary>
internal sealed class Purse(bool livemode, string currency)
{
    private List<JsonObject> unpaid = [];

    public bool Livemode => livemode;

    public string Currency => currency;

    public long Pending { get; private set; }

    public long Available { get; private set; }

    public void Expect(JsonObject transaction) => Pending += Net(transaction);

    public void Release(JsonObject transaction)
    {
        Pending -= Net(transaction);
        Receive(transaction);
    }

    public void Receive(JsonObject transaction)
    {
        Available += Net(transaction);
        unpaid.Add(transaction);
    }

    /// <summary>Takes out those available transactions that fit.</summary>
    public List<JsonObject> Empty(Func<JsonObject, bool> fits)
    {
        var taken = unpaid.Where(fits).ToList();
        unpaid = unpaid.Where(transaction => !fits(transaction)).ToList();
        Available -= taken.Sum(Net);
        return taken;
    }

    /// <summary>Available money of the transactions that fit.</summary>
    public long Sum(Func<JsonObject, bool> fits) => unpaid.Where(fits).Sum(Net);

    private static long Net(JsonObject transaction) => transaction["net"]!.Long();
}
