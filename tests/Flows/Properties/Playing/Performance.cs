using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Does the deeds of a history, one after the other. What does not fit the moment is refused, as in life.</summary>
internal sealed class Performance(World world)
{
    private readonly List<Payment?> payments = [];
    private readonly Treasury treasury = new(world);
    private readonly BackOffice office = new(world);

    /// <summary>The orders that were placed.</summary>
    public IEnumerable<Payment> Payments => payments.OfType<Payment>();

    /// <summary>Goods that came into the house after the beginning, by SKU.</summary>
    public Dictionary<string, int> Received { get; } = [];

    /// <summary>How many orders the sandbox would not place.</summary>
    public int Refused => payments.Count(payment => payment is null);

    public Task DoAsync(Deed deed) => deed switch
    {
        Deed.Buys buys => BuyAsync(buys.Basket),
        Deed.Captures captures => WithAsync(captures.Payment, payment => CaptureAsync(payment, captures.Tenths)),
        Deed.Cancels cancels => WithAsync(cancels.Payment, payment => StripeAsync(payment, "cancel")),
        Deed.Settles settles => WithAsync(settles.Payment, payment => SettleAsync(payment, settles.Comes)),
        Deed.Breaks breaks => world.FaultAsync(
            new { vendor = breaks.Vendor, kind = breaks.Kind, count = breaks.Times, status = breaks.Status, retryAfterSeconds = 2 }),
        Deed.Restarts restarts => RestartAsync(restarts.Killed),
        Deed.Sweeps => Repairs.SweepAsync(world),
        Deed.Decides decides => Repairs.DecideAsync(world, decides.Approve),
        Deed.Resubmits resubmits => Repairs.ResubmitAsync(world, resubmits.FromStep),
        Deed.Enters => world.StockAsync([.. Catalogue.Late]),
        Deed.Refunds refunds => WithAsync(refunds.Payment, payment => treasury.RefundAsync(payment, refunds.Tenths, refunds.Pending)),
        Deed.Credits credits => WithAsync(credits.Payment, payment => office.CreditAsync(payment, credits.Tenths)),
        Deed.Answers answers => treasury.AnswerAsync(answers.Refund, answers.Succeeds),
        Deed.Disputes disputes => WithAsync(disputes.Payment, payment => treasury.DisputeAsync(payment, disputes.Inquiry)),
        Deed.Rules rules => treasury.DecideAsync(rules.Dispute, rules.Won),
        Deed.PaysOut pays => treasury.PayOutAsync(pays.To),
        Deed.Bounces bounces => treasury.BounceAsync(bounces.Payout),
        Deed.Ships ships => WithAsync(ships.Payment, payment => office.ShipAsync(payment, ships.Part)),
        Deed.Returns returns => WithAsync(returns.Payment, payment => office.TakeBackAsync(payment, returns.Received)),
        Deed.Receives receives => ReceiveAsync(receives),
        Deed.Repeats repeats => treasury.RepeatAsync(repeats.Event),
        Deed.Pauses => Rest.UntilAsync(world),
        _ => throw new NotSupportedException($"Nobody plays {deed}."),
    };

    /// <summary>What the banks and the returns desk still owe is done, and everything is paid out.</summary>
    public async Task EndAsync()
    {
        await treasury.EndAsync();
        await office.TakeInAsync();
        await treasury.PayOutAsync("reconciled");
    }

    private async Task BuyAsync(Basket basket)
    {
        var answer = await world.Sandbox.PostAsJsonAsync("/_sandbox/stripe/checkouts", Checkouts.Of(basket, payments.Count + 1));
        payments.Add(answer.IsSuccessStatusCode ? Payment.Of(await answer.Content.ReadFromJsonAsync<JsonElement>()) : null);
    }

    private Task WithAsync(int number, Func<Payment, Task> act) =>
        payments.ElementAtOrDefault(number - 1) is { } payment ? act(payment) : Task.CompletedTask;

    private Task CaptureAsync(Payment payment, int tenths) =>
        StripeAsync(payment, "capture", ("amount_to_capture", $"{Math.Max(10, payment.Amount * tenths / 100 * 10)}"));

    private Task<HttpResponseMessage> SettleAsync(Payment payment, bool comes) =>
        world.Sandbox.PostAsJsonAsync("/_sandbox/stripe/complete-delayed", new { session = payment.Session, succeed = comes });

    private async Task StripeAsync(Payment payment, string act, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/payment_intents/{payment.Intent}/{act}")
        {
            Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Authorization", "Bearer sk_test_sandbox");
        try { await world.Sandbox.SendAsync(request); }
        catch (HttpRequestException) { } // a fault hit the merchant instead of the app
    }

    private Task ReceiveAsync(Deed.Receives receives)
    {
        Received[Catalogue.Sku(receives.Sku)] = Received.GetValueOrDefault(Catalogue.Sku(receives.Sku)) + receives.Units;
        return office.ReceiveAsync(receives.Sku, receives.Units);
    }

    private async Task RestartAsync(bool killed)
    {
        if (killed)
        {
            await world.CrashAndRestartAsync();
            return;
        }
        await world.StopAppAsync();
        await world.StartAppAsync();
    }
}
