using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.Tests.Ledgers;
using Microsoft.Extensions.Options;

namespace Isthmus.Core.Tests.Connections;

public sealed class When_a_connection_is_paused : LedgerTest
{
    private static readonly Failure Down = new(FailureClass.Transient, "stripe", "read", "unreachable", "No answer.", "Wait.") { Outage = true };

    private Circuits Circuits => new(Tables, Options.Create(new FailurePolicyOptions()), Time);

    [Fact]
    public async Task It_keeps_the_beginning_and_the_reason_of_the_pause()
    {
        await Circuits.PauseAsync(Down);
        Time.Advance(TimeSpan.FromMinutes(1));

        var (circuit, began) = await Circuits.PauseAsync(Down with { Message = "Another." });

        Assert.False(began);
        Assert.Equal(
            (CircuitState.Paused, PausedBy.Circuit, "read failed (unreachable): No answer.", "it"),
            (circuit.State, circuit.By, circuit.Reason, circuit.Owner));
        Assert.Equal((Time.GetUtcNow().AddMinutes(-1), Time.GetUtcNow().AddSeconds(-50)), (circuit.Since, circuit.NextProbeAt));
    }

    [Fact]
    public async Task Its_probes_come_ever_more_slowly_until_one_is_answered()
    {
        var waits = new List<double>();
        await Circuits.PauseAsync(Down);
        for (var probe = 0; probe < 3; probe++)
            waits.Add(((await Circuits.StayAsync("stripe", Down)).NextProbeAt - Time.GetUtcNow()).GetValueOrDefault().TotalSeconds);
        await Circuits.TryAsync("stripe");
        var (again, began) = await Circuits.PauseAsync(Down);
        waits.Add((again.NextProbeAt - Time.GetUtcNow()).GetValueOrDefault().TotalSeconds);
        await Circuits.TryAsync("stripe");
        await Circuits.OpenAsync("stripe");
        var (next, fresh) = await Circuits.PauseAsync(Down);

        Assert.Equal([20, 40, 80, 160], waits);
        Assert.Equal((false, true), (began, fresh));
        Assert.Equal((Time.GetUtcNow().AddSeconds(10), 2), (next.NextProbeAt, next.Pauses));
    }

    [Fact]
    public async Task A_person_s_pause_is_left_to_people()
    {
        await Circuits.HoldAsync("stripe", "paused by ana", "ana");

        Assert.Equal(CircuitState.Paused, (await Circuits.TryAsync("stripe")).State);
        Assert.Equal("paused by ana", (await Circuits.StayAsync("stripe", Down)).Reason);
        Assert.Null((await Circuits.PauseAsync(Down)).Circuit.NextProbeAt);
        Assert.False((await Circuits.HoldAsync("stripe", "paused by bo", "bo")).Changed);
        Assert.Equal(Time.GetUtcNow(), (await Circuits.ProbeNowAsync("stripe")).Circuit.NextProbeAt);
        Assert.False((await Circuits.ProbeNowAsync("stripe")).Changed);
    }

    [Fact]
    public async Task Many_that_pause_it_at_once_begin_one_pause()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Circuits.PauseAsync(Down)));

        Assert.Single(begun, pause => pause.Began);
        Assert.Equal(1, (await Circuits.FindAsync("stripe")).Pauses);
    }
}
