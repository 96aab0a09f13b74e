using Isthmus.Agent.Business;
using Isthmus.Agent.Outbound;
using Isthmus.Agent.Protocol;
using Isthmus.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Agent.Tests.Outbound;

public sealed class When_work_is_fetched : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly NoSage sage = new();
    private PlainApp app = null!;
    private WorkLanes lanes = null!;

    public async Task InitializeAsync()
    {
        app = await PlainApp.StartAsync();
        var options = new OutboundOptions { App = app.Agents, Id = "erp-1", Lanes = 1 };
        var line = new AppLine(new HttpClient(), options, () => "the-key");
        lanes = new WorkLanes(new AgentProtocol(sage), line, options, time, NullLogger.Instance);
        await lanes.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await lanes.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task It_is_carried_out_and_the_answer_is_brought()
    {
        Give("/about");
        Assert.StartsWith("r-1 200 {\"agent\":\"1.", await AnswerAsync());
        Assert.StartsWith("Bearer the-key ", app.Seen.First());
    }

    [Fact]
    public async Task What_fails_in_the_agent_is_answered_too()
    {
        Give("/companies/ABC/objects/AR_Customer");
        Assert.Equal("""r-1 500 {"error":{"code":"internal","message":"The agent failed."}}""", await AnswerAsync());
        Give("/about");
        Assert.StartsWith("r-2 200", await AnswerAsync());
    }

    [Fact]
    public async Task An_answer_that_the_app_could_not_take_is_brought_again()
    {
        app.Taking.Enqueue(503);
        Give("/about");
        Assert.StartsWith("r-1 200", await AnswerAsync());
        Assert.StartsWith("r-1 200", await WhileTimePasses(app.Answers.Reader.ReadAsync().AsTask()));
    }

    [Fact]
    public async Task An_answer_that_nobody_waits_for_is_given_up()
    {
        app.Taking.Enqueue(410);
        Give("/about");
        Assert.StartsWith("r-1 200", await AnswerAsync());
        Give("/about");
        Assert.StartsWith("r-2 200", await AnswerAsync());
    }

    [Theory]
    [InlineData("401")]
    [InlineData("409")]
    [InlineData("503")]
    public async Task An_app_that_gives_none_is_asked_again_after_a_pause(string refusal)
    {
        Give(refusal);
        Give("/about");
        Assert.StartsWith("r-2 200", await WhileTimePasses(app.Answers.Reader.ReadAsync().AsTask()));
    }

    [Fact]
    public async Task No_work_is_no_reason_to_pause()
    {
        Give("204");
        Give("/about");
        Assert.StartsWith("r-2 200", await AnswerAsync());
    }

    [Fact]
    public async Task What_is_under_way_when_the_service_stops_is_brought_to_its_end()
    {
        sage.Busy = new TaskCompletionSource();
        Give("/companies/ABC/objects/AR_Customer");
        await sage.Begun.Task;
        var stopping = lanes.StopAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        sage.Busy.SetResult();

        Assert.StartsWith("r-1 500", await AnswerAsync());
        await stopping;
    }

    private void Give(string next) => app.Next.Writer.TryWrite(next);

    private Task<string> AnswerAsync() => app.Answers.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));

    private async Task<string> WhileTimePasses(Task<string> answer)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await beat.WaitForNextTickAsync();
        }
        return await answer;
    }

    /// <summary>A host of which something can be told and nothing done.</summary>
    private sealed class NoSage : IBusinessObjects
    {
        public HostFacts Facts => new("2023", ["ABC"], [], "UTC");

        public TaskCompletionSource? Busy { get; set; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<T> WorkAsync<T>(string company, Func<IBusinessSession, T> work, CancellationToken cancellation)
        {
            Begun.TrySetResult();
            if (Busy is not null) await Busy.Task;
            throw new NotSupportedException("A value of a record.");
        }
    }
}
