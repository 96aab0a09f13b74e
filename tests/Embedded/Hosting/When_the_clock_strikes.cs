namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_the_clock_strikes
{
    private readonly SteppedTime time = new();

    [Fact]
    public async Task A_timer_runs_on_its_schedule()
    {
        await using var app = new RunningApp(typeof(TimerApp)) { Time = time };
        await app.StartAsync();
        await time.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("09:15 late=False next=09:15", await app.Log.NextAsync());
        await time.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("09:30 late=False next=09:30", await app.Log.NextAsync());
    }

    [Fact]
    public async Task Runs_missed_while_the_app_was_down_are_caught_up_by_one()
    {
        await using var app = new RunningApp(typeof(TimerApp)) { Time = time };
        await app.StartAsync();
        await time.AdvanceAsync(TimeSpan.FromMinutes(15));
        await app.Log.NextAsync();
        await app.Host.StopAsync();
        app.Host.Dispose();
        time.Clock.Advance(TimeSpan.FromHours(1));
        await app.StartAsync();
        Assert.Equal("10:15 late=True next=09:30", await app.Log.NextAsync());
        await time.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal("10:30 late=False next=10:30", await app.Log.NextAsync());
    }

    [Fact]
    public async Task One_that_runs_on_startup_does_so_and_is_repeated_as_its_retry_says()
    {
        await using var app = new RunningApp(typeof(EagerTimerApp)) { Time = time, Settings = { ["Pace"] = "01:00:00" } };
        await app.StartAsync();
        Assert.Equal("try 0 True", await app.Log.NextAsync());
        await time.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("try 1 True", await app.Log.NextAsync());
    }

    [Fact]
    public async Task An_administrator_can_start_one_by_hand()
    {
        await using var app = new RunningApp(typeof(TimerApp)) { Time = time };
        await app.StartAsync();
        var answer = await app.Http.PostAsync($"/admin/functions/Quarterly?code={app.Key("_master")}", null);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("09:00 late=False next=09:15", await app.Log.NextAsync());
    }
}
