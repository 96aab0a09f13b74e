using Isthmus.Core.Loads;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Loads;

/// <summary>
/// Carries one page of a load and moves behind it. A page that was left in the middle, because the process died or its time was over,
/// is read again; what is settled of it is known.
/// </summary>
public sealed class CarryLoadPage(
    LoadStore loads, LoadKinds kinds, PageCarrier carrier, LoadReports reports, IOptions<LoadOptions> rules, TimeProvider time,
    StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(CarryLoadPage))]
    public Task<StepResult<LoadReached>> Run([ActivityTrigger] Step<LoadInput> step) =>
        steps.RunAsync(step, "carry a page", async (input, notes) =>
        {
            notes.Routine = true;
            var load = await HeedAsync(input.Id);
            if (load.State is not LoadState.Running) return await ReachedAsync(load);
            var began = time.GetTimestamp();
            var page = await CarryAsync(load, Math.Clamp(rules.Value.PageSize, 1, 500), step.Attempt);
            var worked = time.GetElapsedTime(began);
            load = page is null
                ? await loads.ChangeAsync(load.Id, now => now with { Worked = now.Worked + worked })
                : await loads.PassPageAsync(load, page.Counts, page.Next, worked);
            return await ReachedAsync(await RestAsync(load));
        });

    private async Task<CarriedPage?> CarryAsync(Load load, int size, int attempt)
    {
        if (kinds.Get(load.Kind) is IPageLoad whole) return await whole.CarryPageAsync(load, size, CancellationToken.None);
        var page = await kinds.Records(load.Kind).PageAsync(load.After, size, CancellationToken.None);
        return await carrier.CarryAsync(load, page.Records, attempt) is { } counts ? new(counts, page.Next) : null;
    }

    /// <summary>What people want of it is done between two pages.</summary>
    private Task<Load> HeedAsync(string id) => loads.ChangeAsync(id, load => load switch
    {
        { Open: false } => load,
        { Wish: LoadWish.Cancel } => load with { State = LoadState.Cancelled, Note = $"Cancelled; {load.Counts}." },
        { Wish: LoadWish.Pause, State: LoadState.Running } => load with { State = LoadState.Paused, Note = load.Note ?? "Paused." },
        { Wish: LoadWish.Run, State: LoadState.Paused } => load with { State = LoadState.Running, Note = null },
        _ => load,
    });

    /// <summary>Many failures are likely to have one cause, which a person cures better before the rest follows.</summary>
    private Task<Load> RestAsync(Load load)
    {
        var failed = load.Counts.Failed - load.Forgiven;
        if (load.State != LoadState.Running || rules.Value.PauseAfterFailures is 0 || failed < rules.Value.PauseAfterFailures)
            return Task.FromResult(load);
        return loads.ChangeAsync(load.Id, now => now with
        {
            State = LoadState.Paused, Wish = LoadWish.Pause,
            Note = $"{failed} records failed: look at the dead letters, then resume it, or cancel it.",
        });
    }

    private async Task<LoadReached> ReachedAsync(Load load)
    {
        await reports.SayAsync(load);
        return load.State switch
        {
            LoadState.Done => new(LoadTurn.Done, load.Note!),
            LoadState.Cancelled or LoadState.Failed => new(LoadTurn.Cancelled, load.Note ?? "Cancelled."),
            LoadState.Paused => new(LoadTurn.Rest, load.Note ?? "Paused."),
            _ => new(LoadTurn.Next, ""),
        };
    }
}
