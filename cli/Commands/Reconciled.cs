using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>What a reconciliation found: days and payouts.</summary>
internal sealed record Reconciled(IReadOnlyList<JsonElement> Proofs, IReadOnlyList<JsonElement> Payouts)
{
    private const int DifferencesShown = 20;
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    /// <summary>True when every day agrees and every payout adds up with no line open.</summary>
    public bool Holds => Proofs.All(proof => proof.GetProperty("holds").GetBoolean()) && Payouts.All(Settled);

    public string Json() => JsonSerializer.Serialize(new { holds = Holds, proofs = Proofs, payouts = Payouts }, Camel);

    public void Print(IAnsiConsole console)
    {
        var days = new Table().Border(TableBorder.Rounded).AddColumns("day, in minor units", "what", "Stripe", "Zoho", "Sage", "");
        foreach (var (day, total) in Proofs.SelectMany(proof => proof.GetProperty("totals").EnumerateArray().Select(total => (Text(proof, "day"), total))))
            days.AddRow([.. DayRow(day, total).Select(Markup.Escape)]);
        console.Write(days);
        foreach (var difference in Proofs.SelectMany(proof => proof.GetProperty("differences").EnumerateArray()).Take(DifferencesShown))
            console.MarkupLineInterpolated($"  {Text(difference, "key")} {Text(difference, "code")} in {Text(difference, "system")}");
        var payouts = new Table().Border(TableBorder.Rounded).AddColumns("payout", "state", "minor units", "lines", "matched", "explained", "open");
        foreach (var payout in Payouts) payouts.AddRow([.. PayoutRow(payout).Select(Markup.Escape)]);
        console.Write(payouts);
        console.MarkupLine(Holds
            ? "[green]All agrees: every day three ways, every payout to the minor unit.[/]"
            : "[red]Something differs: see the dead letters for what to do.[/]");
    }

    private static bool Settled(JsonElement payout) =>
        Text(payout, "state") is "balanced" or "manual" or "reversed" && payout.GetProperty("totals").GetProperty("open").GetInt32() == 0;

    private static string[] DayRow(string day, JsonElement total) =>
    [
        day, $"{Text(total, "kind")} {Text(total, "currency")}", Text(total, "stripe"), Text(total, "zoho"), Text(total, "sage"),
        total.GetProperty("agrees").GetBoolean() ? "agrees" : "differs",
    ];

    private static string[] PayoutRow(JsonElement payout)
    {
        var totals = payout.GetProperty("totals");
        return
        [
            Text(payout, "id"), Text(payout, "state"), $"{Text(payout, "amount")} {Text(payout, "currency")}",
            Text(totals, "lines"), Text(totals, "matched"), Text(totals, "explained"), Text(totals, "open"),
        ];
    }

    private static string Text(JsonElement record, string name) => !record.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
