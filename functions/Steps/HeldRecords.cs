using System.Globalization;
using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;

namespace Isthmus.Functions.Steps;

/// <summary>
/// Writes into the audit each try that found its record held by somebody, and that it went through in the end: so that people see what
/// waited for whom, and for how long.
/// </summary>
public sealed class HeldRecords(RunStore runs, AuditTrail audit)
{
    private const string Action = "wait for a held record";

    /// <summary>A step failed; nothing is written unless its record was held.</summary>
    public Task FailedAsync(string runId, string step, int attempt, Failure failure, FailureDecision decision) =>
        failure.Class != FailureClass.Locked ? Task.CompletedTask
            : audit.AddAsync(runId, Action, $"{failure.Connection}/{failure.Operation}", decision.Action switch
            {
                FailureAction.RetryNow => $"{step}: held at try {attempt}; tried again at once",
                FailureAction.RetryLater => $"{step}: held at try {attempt}; tried again after {Shown(decision.Delay)}",
                _ => $"{step}: held at try {attempt}; given up",
            });

    /// <summary>A step went through that had been tried before; nothing is written unless its record was held then.</summary>
    public async Task ThroughAsync(string runId, string step, int attempt, DateTimeOffset now)
    {
        if (attempt == 1) return;
        var held = (await runs.StepsAsync(runId)).Steps
            .Where(each => each.Name == step && each.Outcome.StartsWith($"{FailureClass.Locked}:", StringComparison.Ordinal)).ToList();
        if (held.Count > 0)
            await audit.AddAsync(runId, Action, $"run/{runId}",
                $"{step}: through at try {attempt}, {Shown(now - held[0].StartedAt)} after it was first found held");
    }

    private static string Shown(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.##} s");
}
