using Xunit.Abstractions;

namespace Isthmus.Embedded.Tests.Model.Durable;

public sealed class When_anything_may_happen_to_orchestrations(ITestOutputHelper output)
{
    [Fact]
    public async Task They_do_what_the_model_says() => output.WriteLine(
        $"{await Trials.PlayAsync(DurableDeed.Any, length: 60, PlayAsync)} stories");

    private static async Task PlayAsync(IReadOnlyList<DurableDeed> story)
    {
        await using var app = await Interpreter.App(cached: story.Count % 2 == 0 ? 1 : 100).StartAsync();
        var play = new DurablePlay(app, new DurableModel());
        foreach (var deed in story) await play.DoAsync(deed);
        await app.CrashAndRestartAsync();
        await play.MeetAsync();
    }
}
