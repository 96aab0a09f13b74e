using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Deals;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.Deals;

/// <summary>
/// What a stage means. Companies name stages as they like, and may have several that are won: the forecast type decides, never
/// the name.
/// </summary>
public sealed class DealStages(ZohoCrmClient crm, TimeProvider time)
{
    private const string Ambiguous = "stage-ambiguous";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyList<CrmStage> known = [];
    private DateTimeOffset? readAt;

    /// <summary>How a deal in that stage stands.</summary>
    /// <exception cref="FailureException">No pipeline has the stage, or pipelines differ about it.</exception>
    public async Task<DealOutcome> OutcomeOfAsync(string stage, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        var found = Find(await StagesAsync(asked - Life, cancellation), stage);
        if (found.Count == 0) found = Find(await StagesAsync(asked, cancellation), stage);
        return found switch
        {
            [] => throw Refused("stage-unknown", $"No pipeline has the stage '{stage}'.",
                "Add the stage to a pipeline, or choose another one for the deal."),
            [var only] => only,
            _ => throw Refused(Ambiguous, $"The stage '{stage}' is won in one pipeline and not in another.",
                "Give it the same forecast type in every pipeline, or another name in one of them."),
        };
    }

    /// <summary>False where a deal in that stage is surely not won; the deal's run judges the others.</summary>
    public async Task<bool> MayBeWonAsync(string? stage, CancellationToken cancellation)
    {
        if (stage is not { Length: > 0 }) return false;
        try { return await OutcomeOfAsync(stage, cancellation) == DealOutcome.Won; }
        catch (FailureException unclear) when (unclear.Failure.Class == FailureClass.Validation)
        {
            return unclear.Failure.Code == Ambiguous;
        }
    }

    /// <summary>
    /// Records hold the actual value; the name that people see counts only where no stage has it as its actual value.
    /// </summary>
    private static IReadOnlyList<DealOutcome> Find(IReadOnlyList<CrmStage> stages, string stage)
    {
        var fitting = stages.Where(each => Same(each.ActualValue, stage)).ToList();
        if (fitting.Count == 0) fitting = [.. stages.Where(each => Same(each.DisplayValue, stage))];
        return [.. fitting.Select(OutcomeOf).Distinct()];
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static DealOutcome OutcomeOf(CrmStage stage) => stage.ForecastType.ToLowerInvariant() switch
    {
        "closed won" => DealOutcome.Won,
        "closed lost" => DealOutcome.Lost,
        _ => DealOutcome.Open,
    };

    private async Task<IReadOnlyList<CrmStage>> StagesAsync(DateTimeOffset unlessReadSince, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (readAt >= unlessReadSince) return known;
            var now = time.GetUtcNow();
            known = await crm.ListStagesAsync(cancellation);
            readAt = now;
            return known;
        }
        finally { gate.Release(); }
    }

    private static FailureException Refused(string code, string message, string cure) => new(new Failure(
        FailureClass.Validation, ZohoCrmOptions.Id, "read the stage", code, message, cure) { Field = "Stage" });
}
