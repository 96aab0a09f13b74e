using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Isthmus.Cli.Replay.Reporting;

/// <summary>Shows what a replay proved: as one JSON object for programs, or as a table for people.</summary>
internal static class ReplayReport
{
    private const int FindingsShown = 20;
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public static string Json(ReplayResult result) => JsonSerializer.Serialize(result, Camel);

    public static void Print(ReplayResult result, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "").HideHeaders();
        foreach (var (name, value) in Rows(result)) table.AddRow(Markup.Escape(name), Markup.Escape(value));
        console.Write(table);
        Findings(console, "Lost", result.Proof.Lost);
        Findings(console, "Doubled", result.Proof.Doubled);
        Findings(console, "Different", result.Proof.Different);
        console.MarkupLine(result.Holds
            ? "[green]The proof holds: nothing lost, nothing doubled, every total agrees.[/]"
            : "[red]The proof does not hold.[/]");
    }

    private static IEnumerable<(string Name, string Value)> Rows(ReplayResult result)
    {
        yield return ("Orders paid", $"{result.Orders}");
        yield return ("  settled everywhere", $"{result.Settled}");
        yield return ("  dead-lettered", $"{result.DeadLettered}");
        yield return ("  lost / doubled / different", $"{result.Lost} / {result.Doubled} / {result.Different}");
        yield return ("Cancellations refunded in Stripe",
            $"{result.Refunds}");
        yield return ("  refunds settled everywhere", $"{result.RefundsSettled}");
        yield return ("  refunds dead-lettered", $"{result.RefundsDeadLettered}");
        if (result.CancellationsShortened > 0)
            yield return ("  cancellations of more than was bought, refunded as far as it was", $"{result.CancellationsShortened}");
        yield return ("Invoices skipped", $"{result.Skipped}");
        foreach (var (reason, count) in result.SkippedBecause) yield return ($"  {reason}", $"{count}");
        yield return ("Stripe total, net of refunds", Money(result.StripeTotal, result.Currency));
        yield return ("Zoho total, net of refunds", Money(result.ZohoTotal, result.Currency));
        yield return ("Sage total, net of credits", Money(result.SageTotal, result.Currency));
        yield return ("Time", Invariant($"{result.Seconds:0.0} s, {result.OrdersPerSecond:0.0} orders/s"));
        yield return ("From payment to Sage", Invariant($"p50 {result.P50Ms:0} ms, p99 {result.P99Ms:0} ms"));
        foreach (var (vendor, calls) in result.CallsPerOrder) yield return ($"Calls per order to {vendor}",
            Invariant($"{calls:0.00}"));
    }

    private static void Findings(IAnsiConsole console, string name, IReadOnlyList<string> findings)
    {
        foreach (var finding in findings.Take(FindingsShown)) console.MarkupLineInterpolated($"[red]{name}[/] {finding}");
        if (findings.Count > FindingsShown) console.MarkupLineInterpolated($"... and {findings.Count - FindingsShown} more");
    }

    private static string Money(decimal amount, string currency) => Invariant($"{amount:N2} {currency}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
