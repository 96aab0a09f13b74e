using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.Tests.Ledgers;
using Microsoft.Extensions.Options;

namespace Isthmus.Core.Tests.Connections;

public sealed class When_calls_meet_the_gate : LedgerTest
{
    private static readonly Failure Refused = new(FailureClass.Auth, "stripe", "read", "http-401", "Refused.", "Renew it.");

    [Fact]
    public async Task A_pause_is_known_at_once_where_it_was_made()
    {
        var (circuits, gate) = Program();
        Assert.Null((await gate.EnterAsync("stripe")).Closed);

        await circuits.PauseAsync(Refused);

        var failure = (await gate.EnterAsync("stripe")).Closed!.Refuse("charge", Time.GetUtcNow());
        Assert.Equal(("connection-paused", FailureClass.Auth, true, "Renew it."), (failure.Code, failure.Class, failure.Outage, failure.Cure));
        Assert.Null((await gate.EnterAsync("sage-100")).Closed);
    }

    [Fact]
    public async Task Another_process_learns_of_it_within_seconds_and_reads_nothing_until_then()
    {
        var (_, gate) = Program();
        await gate.EnterAsync("stripe");
        await Program().Circuits.PauseAsync(Refused);

        Assert.Null((await gate.EnterAsync("stripe")).Closed);
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull((await gate.EnterAsync("stripe")).Closed);
    }

    [Fact]
    public async Task One_call_at_a_time_tries_a_connection_that_answers_again()
    {
        var (circuits, gate) = await ProbingAsync();

        var first = await gate.EnterAsync("stripe");
        var second = await gate.EnterAsync("stripe");
        await gate.EndTrialAsync("stripe", answered: false);
        var third = await gate.EnterAsync("stripe");

        Assert.Equal((true, null), (first.IsTrial, first.Closed));
        Assert.Equal(CircuitState.Probing, second.Closed!.State);
        Assert.True(third.IsTrial);
        Assert.Equal(CircuitState.Probing, (await circuits.FindAsync("stripe")).State);
    }

    [Fact]
    public async Task The_first_real_answer_opens_it_for_all()
    {
        var (_, gate) = await ProbingAsync();
        await gate.EnterAsync("stripe");

        await gate.EndTrialAsync("stripe", answered: true);

        for (var call = 0; call < 3; call++) Assert.Equal(default, await gate.EnterAsync("stripe"));
    }

    [Fact]
    public async Task A_probe_passes_a_closed_gate_and_nothing_else_does()
    {
        var (circuits, gate) = Program();
        await circuits.PauseAsync(Refused);

        Assert.Null((await Probe.RunAsync(async () => await gate.EnterAsync("stripe"))).Closed);
        Assert.NotNull((await gate.EnterAsync("stripe")).Closed);
    }

    private async Task<(Circuits Circuits, ConnectionGate Gate)> ProbingAsync()
    {
        var program = Program();
        await program.Circuits.PauseAsync(Refused);
        await program.Circuits.TryAsync("stripe");
        return program;
    }

    private (Circuits Circuits, ConnectionGate Gate) Program()
    {
        var circuits = new Circuits(Tables, Options.Create(new FailurePolicyOptions()), Time);
        return (circuits, new ConnectionGate(circuits, Time));
    }
}
