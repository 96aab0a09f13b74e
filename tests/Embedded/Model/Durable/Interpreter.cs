using Isthmus.Embedded.Tests.Durable;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Tests.Model.Durable;

/// <summary>Plays scripts on the engine; the custom status tells how far it has come.</summary>
internal static class Interpreter
{
    public const string Name = "Run";

    public static DurableApp App(int cached) => new DurableApp { Options = new() { MaxCachedOrchestrations = cached } }
        .Activity<long, long>("Echo", async (n, _) =>
        {
            await Task.Yield();
            return n;
        })
        .Activity<long, long>("Fail", _ => throw new IOException("always"))
        .Orchestrator(Name, RunAsync);

    private static async Task<long> RunAsync(TaskOrchestrationContext context)
    {
        var script = context.GetInput<Script>()!;
        var sum = script.Sum;
        for (var at = 0; at < script.Acts.Length; at++)
        {
            context.SetCustomStatus($"{script.Round}:{at}:{sum}");
            var act = script.Acts[at];
            if (act.Verb is Verb.Anew or Verb.AnewDropping)
            {
                context.ContinueAsNew(new Script(script.Round + 1, sum, script.Acts[(at + 1)..]), act.Verb == Verb.Anew);
                return 0;
            }
            sum += await PlayAsync(context, act, at);
        }
        return sum;
    }

    private static async Task<long> PlayAsync(TaskOrchestrationContext context, Act act, int at)
    {
        switch (act.Verb)
        {
            case Verb.Call: return await context.CallActivityAsync<long>("Echo", act.N);
            case Verb.Fan:
                return (await Task.WhenAll(Enumerable.Range(1, act.N).Select(n => context.CallActivityAsync<long>("Echo", n)))).Sum();
            case Verb.Sleep:
                await context.CreateTimer(TimeSpan.FromMinutes(act.N), CancellationToken.None);
                return 0;
            case Verb.Wait: return await context.WaitForExternalEvent<int>(act.Name);
            case Verb.Patience:
                try { return await context.WaitForExternalEvent<int>(act.Name, TimeSpan.FromMinutes(act.N)); }
                catch (TaskCanceledException) { return Script.GaveUp; }
            case Verb.Child:
                var kid = new SubOrchestrationOptions(instanceId: $"{context.InstanceId}.{at}");
                try { return await context.CallSubOrchestratorAsync<long>(Name, new Script(0, 0, act.Inner), kid); }
                catch (TaskFailedException) { return Script.ChildFailed; }
            case Verb.Fail:
                var policy = TaskOptions.FromRetryPolicy(new RetryPolicy(Script.Attempts, Script.FirstRetry, 2));
                try { return await context.CallActivityAsync<long>("Fail", 0, policy); }
                catch (TaskFailedException) { return act.N; }
            default: throw new InvalidOperationException("boom");
        }
    }
}
