using System.Globalization;
using System.Text;

namespace Isthmus.Core.Failures;

/// <summary>Writes the published retry behaviour from the policy itself, so that the two cannot differ.</summary>
public static class FailureGuide
{
    /// <summary>More tries than a run will ever need.</summary>
    private const int Endless = 10_000;

    private static readonly (FailureClass Class, string Meaning)[] Meanings =
    [
        (FailureClass.Transient, "timeouts, broken connections, 5xx, answers that cannot be read"),
        (FailureClass.Throttled, "the vendor asks for fewer calls"),
        (FailureClass.Locked, "somebody else holds the record"),
        (FailureClass.Auth, "credentials are refused or lack a right"),
        (FailureClass.Validation, "the record itself is wrong"),
        (FailureClass.ReferenceMissing, "the target lacks an item, a tax, a terms code"),
        (FailureClass.Conflict, "the target holds something else under the same key"),
        (FailureClass.Permanent, "the vendor refuses for good"),
        (FailureClass.Bug, "our own mistake"),
    ];

    /// <summary>The page, in Markdown, for the given configuration.</summary>
    public static string Write(FailurePolicyOptions options)
    {
        var page = new StringBuilder()
            .Append("# What happens after a failure\n\n")
            .Append("Written by the failure policy itself (`FailureGuide`), for its default configuration. Settings lie under `Isthmus__Failures__`.\n\n")
            .Append("A vendor that asks for a longer wait than the policy's gets it. Waiting runs are durable: a restart loses none. ")
            .Append("Waits for a record that somebody holds are spread by up to a quarter either way; the audit shows each try and when it went through.\n\n")
            .Append("| class | meaning | tries | waits between tries | gives up after | then | owner |\n|---|---|---|---|---|---|---|\n");
        foreach (var (failureClass, meaning) in Meanings) page.Append(Row(failureClass, meaning, options)).Append('\n');
        return page
            .Append("\nOwners can be set by class, connection and code: `Isthmus__Failures__Owners__0__Code=...`, `..__Owner=...`; the first rule that fits wins.\n")
            .Append("With `HoldMissingReferences=true` a record that misses a reference is held for a person's decision instead of dead-lettered.\n")
            .Append("With `Isthmus__SalesOrders__PendingWhenMissing=true` an order that misses an item in Sage 100 (or, with `PendingCustomerNo`, its customer) is ")
            .Append("entered there on hold, to the cent, and leaves an entry for its review instead.\n")
            .Append(Pauses(options))
            .ToString();
    }

    private static string Row(FailureClass failureClass, string meaning, FailurePolicyOptions options)
    {
        var failure = new Failure(failureClass, "any", "any", "any", "", "");
        var waits = new List<TimeSpan>();
        var attempt = 1;
        FailureDecision decision;
        for (; Retries(decision = FailurePolicy.Decide(failure, attempt, options)) && attempt < Endless; attempt++) waits.Add(decision.Delay);
        var total = waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        var (tries, end) = Retries(decision) ? ("no limit", "never") : ($"{attempt}", waits.Count == 0 ? "at once" : Text(total));
        return $"| {CamelCase(failureClass)} | {meaning} | {tries} | {Waits(waits)} | {end} | {Then(decision.Action)} "
            + $"| {FailurePolicy.Owner(failure, options)} |";
    }

    private static string Pauses(FailurePolicyOptions options) => $"""

        ## Connections that pause

        Some failures speak of the whole connection and not of the record: refused credentials, a vendor in maintenance (503 without a
        word of its own), tries that failed 20 times in a row or of which half failed (`Limits__BreakerCalls` of the connection), and a
        vendor that asks for a wait of {Text(options.LongThrottle)} or more, as when the calls of a day are used up. They pause the
        connection:

        - Nothing calls the vendor. Runs that need it show as `waiting`, with the reason; their tries do not count, so that an outage of
          any length fills no dead letters. They lie in a queue: a run costs the same however long it waits.
        - A probe, one cheap call, goes out after {Text(options.FirstProbe)}, then after twice as long each time, up to
          {Text(options.LongestProbe)}, or when the vendor said. A probe reads the secrets afresh: a replaced one is found by itself.
        - After a good probe one real call goes out at a time. The first that is answered opens the connection; the waiting runs are let
          go 1, 2, 4 ... 256 in each {Text(options.ReleaseEvery)}. A failure instead goes back to waiting, for longer than before.
        - The owner is alarmed once a pause, in the log and on the page of connections.
        - `GET /api/connections` shows it. `POST /api/connections/NAME/pause` and `/resume` with `{NoteBody}` do by hand what the circuit
          does by itself. What a person paused is not probed until a person resumes it.

        """.ReplaceLineEndings("\n");

    private const string NoteBody = "{\"note\": \"...\"}";

    private static bool Retries(FailureDecision decision) => decision.Action is FailureAction.RetryNow or FailureAction.RetryLater;

    private static string Then(FailureAction action) => action switch
    {
        FailureAction.Hold => "held",
        FailureAction.PauseConnection => "the connection pauses",
        FailureAction.DeadLetter => "dead letter",
        _ => "",
    };

    private static string Waits(List<TimeSpan> waits) => waits.Count switch
    {
        0 => "none",
        <= 4 => string.Join(", ", waits.Select(Text)),
        _ => string.Join(", ", waits.Take(4).Select(Text)) + $" ... {Text(waits.Max())}",
    };

    private static string Text(TimeSpan span) => span.TotalMinutes < 2
        ? $"{span.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture)} s"
        : span.TotalHours < 2 ? $"{span.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} min"
        : $"{span.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} h";

    private static string CamelCase(FailureClass failureClass) => char.ToLowerInvariant(failureClass.ToString()[0]) + failureClass.ToString()[1..];
}
