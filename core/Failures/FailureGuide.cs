using System.Globalization;
using System.Text;

namespace Isthmus.Core.Failures;

/// <summary>Writes the published retry behaviour from the policy itself, so that the two cannot differ.</summary>
public static class FailureGuide
{
    private static readonly (FailureClass Class, string Meaning)[] Meanings =
    [
        (FailureClass.Transient, "timeouts, broken connections, 5xx"),
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
            .Append("A vendor that asks for a longer wait than the policy's gets it. Waiting runs are durable: a restart loses none.\n\n")
            .Append("| class | meaning | tries | waits between tries | gives up after | then | owner |\n|---|---|---|---|---|---|---|\n");
        foreach (var (failureClass, meaning) in Meanings) page.Append(Row(failureClass, meaning, options)).Append('\n');
        page.Append("\nOwners can be set by class, connection and code: `Isthmus__Failures__Owners__0__Code=...`, `..__Owner=...`; the first rule that fits wins.\n");
        page.Append("With `HoldMissingReferences=true` a record that misses a reference is held for a person's decision instead of dead-lettered.\n");
        return page.ToString();
    }

    private static string Row(FailureClass failureClass, string meaning, FailurePolicyOptions options)
    {
        var failure = new Failure(failureClass, "any", "any", "any", "", "");
        var waits = new List<TimeSpan>();
        var attempt = 1;
        FailureDecision decision;
        for (; (decision = FailurePolicy.Decide(failure, attempt, options)).Action == FailureAction.Retry; attempt++) waits.Add(decision.Delay);
        var end = decision.Action == FailureAction.Hold ? "held" : "dead letter";
        var total = waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        return $"| {CamelCase(failureClass)} | {meaning} | {attempt} | {Waits(waits)} | {(waits.Count == 0 ? "at once" : Text(total))} | {end} "
            + $"| {FailurePolicy.Owner(failure, options)} |";
    }

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
