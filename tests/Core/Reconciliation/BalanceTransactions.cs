using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Core.Tests.Reconciliation;

/// <summary>Balance transactions as Stripe writes them, of every type that the table names and of one that it does not.</summary>
internal static class BalanceTransactions
{
    public const string UnknownType = "advance";

    public static IReadOnlyList<string> Types { get; } =
        [.. Shipped.Catalog.References.Get("balance-kinds").Rows.Select(row => row.Key), UnknownType];

    /// <summary>The lines of one payout; each has an id of its own.</summary>
    public static Arbitrary<JsonElement[]> Payout() => Arb.From(
        from currency in Gen.Elements("gbp", "jpy", "kwd")
        from rows in Gen.NonEmptyListOf(Row(currency))
        select rows.Select((row, at) => Json(row($"txn_{at:D4}"))).ToArray());

    private static Gen<Func<string, object>> Row(string currency) =>
        from type in Gen.Elements(Types.ToArray())
        from amount in Gen.Choose(-500_000, 1_000_000)
        from fee in Gen.Frequency((3, Gen.Choose(0, 900)), (1, Gen.Constant(0)))
        from whole in Gen.Elements(true, false)
        select (Func<string, object>)(id => new
        {
            id, @object = "balance_transaction", type, amount, fee, net = amount - fee, currency, created = 1_764_500_000 + amount,
            source = whole
                ? (object)new { id = "src_" + id, @object = Source(type), amount, currency = "usd", payment_intent = "pi_" + id }
                : "src_" + id,
            exchange_rate = whole ? 0.78912m : (decimal?)null, description = "=HYPERLINK(1)",
        });

    private static string Source(string type) => type switch
    {
        "adjustment" => "dispute",
        "refund" or "refund_failure" => "refund",
        _ => "charge",
    };

    private static JsonElement Json(object row) => JsonSerializer.SerializeToElement(row);
}
