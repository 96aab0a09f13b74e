namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_an_orchestration_runs : IAsyncLifetime
{
    private readonly RunningApp app = new(typeof(DurableApp));

    public Task InitializeAsync() => app.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_calls_activities_by_name_and_outlives_a_crash(bool crash)
    {
        (await app.Http.PostAsync("/api/begin/bo", null)).EnsureSuccessStatusCode();
        for (var i = 0; i < 2; i++) Assert.Equal("say bo for bo by Say", await app.Log.NextAsync());
        if (crash) await app.CrashAndRestartAsync();
        var client = app.Host.Parts.Engine.Client;
        await client.RaiseEventAsync("bo", "go", "bye");
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var ended = await client.WaitForInstanceCompletionAsync("bo", getInputsAndOutputs: true, late.Token);
        Assert.Equal("hi bo. hi bo. bye", ended.ReadOutputAs<string>());
    }
}
