using Isthmus.Connectors.Options;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Checks;

/// <summary>Runs the steps of a check in order; after one that failed, those that need it are skipped.</summary>
internal sealed class CheckRun(string connection)
{
    private readonly List<CheckStep> steps = [];
    private bool broken;

    public ConnectionReport Report => new(connection, steps);

    /// <summary>The options themselves come first: without them nothing can be called.</summary>
    public CheckRun Options(IConnectionOptions options)
    {
        var problems = options.Validate();
        foreach (var problem in problems)
            steps.Add(new CheckStep("configuration", CheckOutcome.Failed, $"{problem.Name} = {problem.Value}", problem.Cure));
        if (problems.Count == 0) steps.Add(new CheckStep("configuration", CheckOutcome.Ok, "complete"));
        broken = problems.Count > 0;
        return this;
    }

    /// <summary>A step without which the following ones make no sense.</summary>
    public async Task NeededAsync(string name, Func<Task<CheckStep>> look)
    {
        await StepAsync(name, look);
        broken |= steps[^1].Outcome == CheckOutcome.Failed;
    }

    public async Task StepAsync(string name, Func<Task<CheckStep>> look) => steps.Add(
        broken ? new CheckStep(name, CheckOutcome.Skipped, "not tried, because an earlier step failed")
            : await TryAsync(name, look));

    private static async Task<CheckStep> TryAsync(string name, Func<Task<CheckStep>> look)
    {
        try
        {
            return await look() with { Name = name };
        }
        catch (FailureException error)
        {
            return new CheckStep(name, CheckOutcome.Failed, $"{error.Failure.Code}: {error.Failure.Message}", error.Failure.Cure);
        }
    }
}
