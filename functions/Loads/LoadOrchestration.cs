using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Loads;

/// <summary>
/// A load, page by page. How far it has come is kept outside, so that its history begins anew every few pages and never grows with
/// the number of records.
/// </summary>
public static class LoadOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "load";

    private const int PagesAHistory = 20;
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <summary>Carries a load to its end; its id is the instance id.</summary>
    [Function(nameof(Load))]
    public static async Task<string> Load([OrchestrationTrigger] TaskOrchestrationContext context, LoadInput input)
    {
        try
        {
            if (!input.Counted) await context.StepAsync<LoadInput, Nothing>(nameof(CountLoad), input);
            var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
            for (var page = 0; page < PagesAHistory; page++)
            {
                var reached = await context.StepAsync<LoadInput, LoadReached>(nameof(CarryLoadPage), input);
                if (reached.Turn == LoadTurn.Done) return await context.EndAsync(RunState.Done, reached.Words);
                if (reached.Turn == LoadTurn.Cancelled) return await context.EndAsync(RunState.Ignored, reached.Words);
                if (reached.Turn != LoadTurn.Rest) continue;
                await context.AwaitNewsAsync(news, reached.Words, LookAgain);
                break;
            }
            context.ContinueAsNew(input with { Counted = true });
            return "goes on";
        }
        catch (StepFailedException failed)
        {
            await context.StepAsync<LoadInput, Nothing>(nameof(StopLoad), input);
            return await context.DeadLetterAsync(failed, Flow, input.Kind, null);
        }
    }
}
