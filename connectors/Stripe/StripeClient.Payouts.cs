using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Stripe;

public sealed partial class StripeClient
{
    private static readonly (string, string?)[] SourceExpansion = [("expand[]", "data.source")];

    /// <summary>One payout.</summary>
    public Task<JsonElement> GetPayoutAsync(string id, CancellationToken cancellation = default) =>
        transport.GetAsync("read payout", $"/v1/payouts/{Query.Segment(id)}", cancellation);

    /// <summary>One balance transaction, its source inlined.</summary>
    public Task<JsonElement> GetBalanceTransactionAsync(string id, CancellationToken cancellation = default) => transport.GetAsync(
        "read balance transaction", Query.Path($"/v1/balance_transactions/{Query.Segment(id)}", ("expand[]", "source")), cancellation);

    /// <summary>
    /// A page of 100 of an automatic payout's balance transactions, their sources inlined; among them may be the payout's own. What
    /// Stripe still works on is Transient, code <c>payout_reconciliation_not_ready</c>.
    /// </summary>
    /// <param name="payoutId">The payout.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<StripePage> ListPayoutTransactionsAsync(string payoutId, string? after, CancellationToken cancellation = default)
    {
        var answer = await transport.GetAsync(
            "list balance transactions of payout",
            Query.Path("/v1/balance_transactions", [.. SourceExpansion, ("payout", payoutId), ("limit", "100"), ("starting_after", after)]),
            cancellation);
        var rows = answer.Items("data").ToList();
        return new StripePage(rows, answer.Flag("has_more") && rows.Count > 0 ? rows[^1].Text("id") : null);
    }

    /// <summary>Every balance transaction created in a span of time, newest first, its source inlined.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="until">Exclusive.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public IAsyncEnumerable<JsonElement> ListBalanceTransactionsAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default) =>
        StripeList.ReadAsync(
            transport, "list balance transactions", "/v1/balance_transactions", [.. SourceExpansion, .. Between(from, until)], cancellation);

    /// <summary>Every payout created in a span of time, newest first.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="until">Exclusive.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public IAsyncEnumerable<JsonElement> ListPayoutsAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default) =>
        StripeList.ReadAsync(transport, "list payouts", "/v1/payouts", Between(from, until), cancellation);

    /// <summary>Events of the last 30 days that reached no webhook endpoint, newest first.</summary>
    public IAsyncEnumerable<JsonElement> ListUndeliveredEventsAsync(CancellationToken cancellation = default) =>
        StripeList.ReadAsync(transport, "list undelivered events", "/v1/events", [("delivery_success", "false")], cancellation);

    private static (string, string?)[] Between(DateTimeOffset from, DateTimeOffset until) =>
        [("created[gte]", Seconds(from)), ("created[lt]", Seconds(until))];

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
