using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Durable.Execution;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Flows.Tests.Histories;

public sealed class When_an_orchestration_is_changed
{
    public static TheoryData<string> Kept => [.. KeptHistory.Names];

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_was_recorded_is_repeated(string name)
    {
        var difference = Difference(KeptHistory.Read(name), new TodaysOrchestrations());

        Assert.True(difference is null, $"""
            The kept history '{name}' no longer replays: {difference}
            Runs that are under way when this program is installed would fail like that. Raise `defaultVersion` in host.json, and branch on
            context.CompareVersionTo(...) in the orchestration, so that instances of older versions do what they did before.
            Then record a history of the new version (ISTHMUS_RECORD=1) and keep the old ones.
            """);
    }

    [Fact]
    public void Every_orchestration_has_a_kept_history() => Assert.Equal(
        TodaysOrchestrations.Names, KeptHistory.Names.Select(name => KeptHistory.Read(name).Orchestration).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_run_has_the_version_that_host_json_gives() =>
        Assert.All(KeptHistory.Names, name => Assert.NotEqual("", KeptHistory.Read(name).Version));

    [Fact]
    public void A_step_that_is_left_out_is_noticed() => Assert.Contains(
        "Non-Deterministic", Difference(KeptHistory.Read(KeptHistory.Names.First()), new Changed(_ => Task.CompletedTask)));

    [Fact]
    public void Another_step_is_noticed() => Assert.Contains(
        "'Another'", Difference(KeptHistory.Read(KeptHistory.Names.First()), new Changed(context => context.CallActivityAsync("Another"))));

    private static string? Difference(KeptHistory kept, IDurableFunctions code)
    {
        var start = new OrchestrationStart(kept.InstanceId, kept.Orchestration, kept.Version, kept.Input, null);
        var execution = new OrchestrationExecution(
            start, code, new DurableEngineOptions { DefaultVersion = kept.Version }, NullLoggerFactory.Instance, onForeignAwait: () => { });
        execution.Replay(kept.Past());
        var outcome = execution.Advance([]);
        if (outcome.End is ExecutionEnd.Failed failed) return failed.Failure.ErrorMessage;
        if (outcome.Actions.Count > 0) return $"it goes on with {outcome.Actions[0].EventType} where it rested.";
        return outcome.End is null == kept.HasEnded ? "it ends where it went on, or goes on where it ended." : null;
    }

    private sealed class Changed(Func<TaskOrchestrationContext, Task> code) : IDurableFunctions
    {
        public bool HasOrchestrator(string name) => true;

        public bool HasActivity(string name) => false;

        public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context)
        {
            await code(context);
            return null;
        }

        public Task<object?> RunActivityAsync(
            string name, string instanceId, string? serializedInput, DataConverter converter, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
