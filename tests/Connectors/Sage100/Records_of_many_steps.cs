using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Records_of_many_steps : IAsyncLifetime
{
    private const int Steps = 100;

    /// <summary>A window in which all of them come together, also on a machine with much else to do.</summary>
    private static readonly (string, string) Patient = ("Batches:Window", "00:00:01");

    private RunningSandbox sandbox = null!;

    public async Task InitializeAsync() => sandbox = await RunningSandbox.StartAsync();

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Share_calls()
    {
        var results = await WriteAsync(Sage(Patient), _ => "Customer");
        Assert.Equal(3, await sandbox.CallsAsync("sage-100"));
        Assert.All(results, result => Assert.Equal(SageOutcome.Written, result!.Outcome));
        Assert.Equal(
            Enumerable.Range(0, Steps).Select(Number), results.Select(result => result!.Record!.Value.GetProperty("CustomerNo").GetString()));
    }

    [Fact]
    public async Task Are_answered_one_by_one_and_a_bad_one_spoils_no_other()
    {
        var failures = new List<Failure>();
        var results = await WriteAsync(Sage(), at => at == 7 ? "" : "Customer", failures);
        Assert.Equal((FailureClass.Validation, "CustomerName"), (Assert.Single(failures).Class, failures[0].Field));
        Assert.Equal(Steps - 1, results.Count(result => result?.Outcome == SageOutcome.Written));
    }

    [Fact]
    public async Task That_spoil_their_call_do_so_for_themselves_only()
    {
        var failures = new List<Failure>();
        var results = await WriteAsync(Sage(), at => at == 7 ? true : "Customer", failures);
        Assert.Equal((FailureClass.Bug, "bad_request"), (Assert.Single(failures).Class, failures[0].Code));
        Assert.Equal(Steps - 1, results.Count(result => result?.Outcome == SageOutcome.Written));
    }

    [Fact]
    public async Task Are_each_in_doubt_when_the_answer_is_lost_and_found_when_they_are_written_again()
    {
        var sage = Sage(Patient, ("Limits:Retries", "0"), ("Batches:Records", "100"));
        await sandbox.FaultAsync("sage-100", "drop-after", "write");
        var failures = new List<Failure>();
        await WriteAsync(sage, _ => "Customer", failures);
        Assert.Equal(Steps, failures.Count(failure => failure.EffectUnknown));

        var results = await WriteAsync(sage, _ => "Customer");
        Assert.All(results, result => Assert.Equal(SageOutcome.Exists, result!.Outcome));
    }

    [Fact]
    public async Task Go_one_by_one_where_that_is_wanted()
    {
        await WriteAsync(Sage(("Batches:Enabled", "false")), _ => "Customer");
        Assert.Equal(Steps, await sandbox.CallsAsync("sage-100"));
    }

    [Fact]
    public async Task That_come_alone_wait_for_nobody()
    {
        var time = new NotedTime();
        var sage = Connected.To(sandbox.Address, time, null).GetRequiredService<SageAgentClient>();
        Assert.Equal(SageOutcome.Written, (await WriteAsync(sage, 0, "Customer")).Outcome);
    }

    [Fact]
    public async Task Wait_for_each_other_as_long_as_the_window_says()
    {
        var time = new NotedTime();
        var sage = Connected.To(sandbox.Address, time, null, ("Batches:Window", "00:00:03")).GetRequiredService<SageAgentClient>();
        var first = WriteAsync(sage, 0, "Customer");
        var second = WriteAsync(sage, 1, "Customer");
        await time.Waiting(TimeSpan.FromSeconds(3));
        Assert.Equal(0, await sandbox.CallsAsync("sage-100"));
        time.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAll(first, second);
        Assert.Equal(1, await sandbox.CallsAsync("sage-100"));
    }

    private SageAgentClient Sage(params (string, string)[] settings) => Connected.To(
        sandbox.Address, [("Batches:Records", "40"), ("Batches:Window", "00:00:00.05"), .. settings]).GetRequiredService<SageAgentClient>();

    private static async Task<IReadOnlyList<SageWriteResult?>> WriteAsync(
        SageAgentClient sage, Func<int, object> name, List<Failure>? failures = null) => await Task.WhenAll(
        Enumerable.Range(0, Steps).Select(async at =>
        {
            try { return await WriteAsync(sage, at, name(at)); }
            catch (FailureException failed) when (failures is not null)
            {
                lock (failures) failures.Add(failed.Failure);
                return null;
            }
        }));

    private static Task<SageWriteResult> WriteAsync(SageAgentClient sage, int at, object name) => sage.CreateAsync(
        "AR_Customer", new Dictionary<string, string> { ["ARDivisionNo"] = "00", ["CustomerNo"] = Number(at) },
        JsonSerializer.SerializeToUtf8Bytes(new { values = new { CustomerName = name } }));

    private static string Number(int at) => $"C{at:0000}";
}
