using System.Text;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100.Outbound;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Isthmus.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Calls_that_an_agent_fetches
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<string, string> Key = new() { ["SalesOrderNo"] = "0000001" };

    private readonly ManualTime time = new();
    private readonly SageAgentClient sage;
    private readonly AgentExchange exchange;

    public Calls_that_an_agent_fetches()
    {
        var app = Connected.To(new Uri("http://nowhere.invalid"), time, null,
            ("Mode", "Outbound"), ("BaseAddress", ""), ("Limits:Retries", "0"), ("Batches:Enabled", "false"));
        (sage, exchange) = (app.GetRequiredService<SageAgentClient>(), app.GetRequiredService<AgentExchange>());
    }

    [Fact]
    public async Task A_call_and_its_answer_are_those_of_the_protocol()
    {
        var number = sage.NextNumberAsync("SO_SalesOrder");
        var work = (await exchange.TakeAsync(Long, default))!;
        exchange.Answer(work.Id, Reply("""{"number":"0004183"}"""));

        Assert.Equal(("POST", "/companies/ABC/numbers"), (work.Method, work.Path));
        Assert.Equal("""{"object":"SO_SalesOrder"}""", Encoding.UTF8.GetString(work.Body.Span));
        Assert.Equal("0004183", await number);
    }

    [Fact]
    public async Task What_the_agent_refuses_is_what_it_refuses_when_it_is_called()
    {
        var number = sage.NextNumberAsync("SO_SalesOrder");
        var work = (await exchange.TakeAsync(Long, default))!;
        exchange.Answer(work.Id, new AgentReply(
            503, """{"error":{"code":"sage_unavailable","message":"Period end."}}"""u8.ToArray(), TimeSpan.FromSeconds(5)));

        var failure = await FailureOf(() => number);
        Assert.Equal(("sage_unavailable", true, TimeSpan.FromSeconds(5)), (failure.Code, failure.Outage, failure.RetryAfter));
    }

    [Fact]
    public async Task A_call_that_no_agent_took_was_certainly_not_carried_out()
    {
        var write = CreateAsync();
        time.Advance(TimeSpan.FromSeconds(21));

        var failure = await FailureOf(() => write);
        Assert.Equal((FailureClass.Transient, "agent_absent", false, true), (failure.Class, failure.Code, failure.EffectUnknown, failure.Outage));
        Assert.Equal(0, exchange.Waiting);
    }

    [Fact]
    public async Task A_call_that_was_taken_and_not_answered_may_have_been_carried_out()
    {
        var write = CreateAsync();
        var work = (await exchange.TakeAsync(Long, default))!;
        time.Advance(TimeSpan.FromSeconds(101));

        var failure = await FailureOf(() => write);
        Assert.Equal(("timeout", true), (failure.Code, failure.EffectUnknown));
        Assert.False(exchange.Answer(work.Id, Reply("{}")));
    }

    [Fact]
    public async Task Several_are_under_way_and_answered_in_any_order_once()
    {
        var (first, second) = (sage.NextNumberAsync("SO_SalesOrder"), sage.NextNumberAsync("AR_Customer"));
        AgentWork[] works = [(await exchange.TakeAsync(Long, default))!, (await exchange.TakeAsync(Long, default))!];
        foreach (var work in works.Reverse())
        {
            Assert.True(exchange.Answer(work.Id, Reply(Encoding.UTF8.GetString(work.Body.Span).Contains("SO_", StringComparison.Ordinal)
                ? """{"number":"order"}""" : """{"number":"customer"}""")));
            Assert.False(exchange.Answer(work.Id, Reply("""{"number":"again"}""")));
        }

        Assert.Equal(("order", "customer"), (await first, await second));
    }

    [Fact]
    public async Task An_agent_that_finds_nothing_is_told_so_after_its_wait()
    {
        var asked = exchange.TakeAsync(Long, default);
        time.Advance(Long);
        Assert.Null(await asked);
    }

    [Fact]
    public async Task An_agent_that_went_away_takes_nothing_with_it()
    {
        using var gone = new CancellationTokenSource();
        var asked = exchange.TakeAsync(Long, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        var number = sage.NextNumberAsync("SO_SalesOrder");
        var work = await exchange.TakeAsync(Long, default);
        exchange.Answer(work!.Id, Reply("""{"number":"0004183"}"""));
        Assert.Equal("0004183", await number);
    }

    [Theory]
    [InlineData("sage-100", "Bearer first", true)]
    [InlineData("sage-100", "Bearer second", true)]
    [InlineData("sage-100", "Bearer third", false)]
    [InlineData("sage-100", "Bearer ", false)]
    [InlineData("sage-100", null, false)]
    [InlineData("sage-200", "Bearer first", false)]
    public async Task Either_of_two_keys_lets_the_agent_in_while_one_replaces_the_other(string id, string? authorization, bool admitted)
    {
        var vault = new ListedVault(("sage-agent-key", "first"), ("sage-agent-key-2", "second"));
        var door = Connected.To(new Uri("http://nowhere.invalid"), time, vault, ("Mode", "Outbound"), ("BaseAddress", ""),
            ("Outbound:KeySecrets:0", "sage-agent-key"), ("Outbound:KeySecrets:1", "sage-agent-key-2"),
            ("Outbound:KeySecrets:2", "sage-agent-key-gone")).GetRequiredService<AgentDoor>();

        Assert.Equal(admitted, await door.AdmitsAsync(id, authorization, default));
    }

    [Fact]
    public void The_newest_process_is_the_agent_and_an_older_one_waits_until_it_is_gone()
    {
        var seat = new AgentSeat(time);
        Assert.True(seat.Admit("old", "1.0.0"));
        Assert.True(seat.Admit("new", "1.1.0"));
        Assert.False(seat.Admit("old", "1.0.0"));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(seat.Admit("new", "1.1.0"));
        time.Advance(TimeSpan.FromMinutes(3));
        Assert.True(seat.Admit("old", "1.0.0"));
    }

    [Theory]
    [InlineData("BaseAddress", "https://erp.example.com/agent/v1", "BaseAddress")]
    [InlineData("Outbound:AgentId", "no/id", "Outbound:AgentId")]
    [InlineData("Outbound:KeySecrets:0", "0123456789abcdef0123456789abcdef", "Outbound:KeySecrets:0")]
    [InlineData("Outbound:PickUp", "00:02:00", "Outbound:PickUp")]
    public void A_setting_that_cannot_work_is_named(string name, string value, string problem)
    {
        var options = Connected.To(new Uri("http://nowhere.invalid"), ("Mode", "Outbound"), ("BaseAddress", ""), (name, value))
            .GetRequiredService<SageOptions>();
        Assert.Contains(problem, options.Validate().Select(each => each.Name));
    }

    private Task<SageWriteResult> CreateAsync() => sage.CreateAsync("SO_SalesOrder", Key, """{"values":{"CustomerNo":"X"}}"""u8.ToArray());

    private static AgentReply Reply(string json) => new(200, Encoding.UTF8.GetBytes(json), null);
}
