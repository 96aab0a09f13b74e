using System.Diagnostics;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Tests.Durable;

/// <summary>Random programs of durable calls, run amid random crashes, against a model that just adds up.</summary>
public sealed class When_anything_may_happen
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_orchestration_ends_with_the_sum_that_its_program_says(int seed)
    {
        var random = new Random(seed);
        await using var app = Interpreter();
        app.Options = new() { MaxConcurrentActivities = 8, MaxCachedOrchestrations = seed % 2 == 0 ? 3 : 1000 };
        await app.StartAsync();
        var programs = Enumerable.Range(0, 30).ToDictionary(n => $"p{n}", _ => Program(random, depth: 2));
        foreach (var (id, program) in programs)
        {
            await app.Client.ScheduleNewOrchestrationInstanceAsync(
                "Run", new State(0, program), new StartOrchestrationOptions(id));
            foreach (var wait in program.Where(op => op.Kind == "event")) await app.Client.RaiseEventAsync(id, "add", wait.N);
        }

        var ends = Task.CompletedTask;
        var watch = Stopwatch.StartNew();
        for (var round = 0; round == 0 || !ends.IsCompletedSuccessfully; round++)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), "not all came to their end");
            if (round < 100 && random.Next(4) == 0) await app.CrashAndRestartAsync();
            app.Time.Advance(TimeSpan.FromMinutes(random.Next(60)));
            ends = Task.WhenAll(programs.Keys.Select(id =>
                app.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None)));
            for (var turn = 0; turn < 500 && !ends.IsCompleted; turn++) await Task.Yield();
        }

        foreach (var (id, program) in programs) Assert.Equal(Sum(program), (await app.EndAsync(id)).ReadOutputAs<long>());
        Assert.Equal(0L, app.Scalar("SELECT count(*) FROM durable_activities"));
        Assert.Equal(0L, app.Scalar("SELECT count(*) FROM durable_timers"));
        Assert.Equal(0L, app.Scalar("SELECT count(*) FROM durable_inbox"));
    }

    private static DurableApp Interpreter() => new DurableApp()
        .Activity<long, long>("Echo", async (n, _) =>
        {
            await Task.Yield();
            return n;
        })
        .Activity<long, long>("Fail", _ => throw new IOException("always"))
        .Orchestrator("Run", async context =>
        {
            var state = context.GetInput<State>()!;
            var sum = state.Sum;
            for (var at = 0; at < state.Program.Count; at++)
            {
                var op = state.Program[at];
                switch (op.Kind)
                {
                    case "call": sum += await context.CallActivityAsync<long>("Echo", op.N); break;
                    case "fan":
                        var calls = Enumerable.Range(0, op.N).Select(n => context.CallActivityAsync<long>("Echo", n));
                        sum += (await Task.WhenAll(calls)).Sum();
                        break;
                    case "sleep": await context.CreateTimer(TimeSpan.FromMinutes(op.N), CancellationToken.None); break;
                    case "event": sum += await context.WaitForExternalEvent<int>("add"); break;
                    case "child": sum += await context.CallSubOrchestratorAsync<long>("Run", new State(0, op.Inner!)); break;
                    case "fail": sum += await FailAsync(context, op.N); break;
                    case "anew":
                        context.ContinueAsNew(new State(sum, [.. state.Program.Skip(at + 1)]));
                        return 0L;
                }
            }
            return sum;
        });

    private static async Task<int> FailAsync(TaskOrchestrationContext context, int n)
    {
        var policy = new RetryPolicy(3, TimeSpan.FromSeconds(30), 2);
        try { await context.CallActivityAsync("Fail", TaskOptions.FromRetryPolicy(policy)); }
        catch (TaskFailedException) { return n; }
        return 0;
    }

    private static List<Op> Program(Random random, int depth) => [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ =>
    {
        string[] kinds = depth == 2
            ? ["call", "fan", "sleep", "event", "child", "fail", "anew"]
            : ["call", "fan", "sleep", "child", "fail", "anew"];
        var kind = kinds[random.Next(kinds.Length)];
        if (kind == "child" && depth == 0) kind = "call";
        return new Op(kind, random.Next(1, 12), kind == "child" ? Program(random, depth - 1) : null);
    })];

    private static long Sum(List<Op> program) => program.Sum(op => op.Kind switch
    {
        "call" or "event" or "fail" => op.N,
        "fan" => (long)op.N * (op.N - 1) / 2,
        "child" => Sum(op.Inner!),
        _ => 0,
    });

    private sealed record Op(string Kind, int N, List<Op>? Inner = null);

    private sealed record State(long Sum, List<Op> Program);
}
