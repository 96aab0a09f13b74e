using Xunit.Abstractions;

namespace Isthmus.Embedded.Tests.Model.Queues;

public sealed class When_anything_may_happen_to_a_queue(ITestOutputHelper output)
{
    [Fact]
    public async Task It_does_what_the_model_says() => output.WriteLine(
        $"{await Trials.PlayAsync(QueueDeed.Any, length: 80, PlayAsync)} stories");

    private static async Task PlayAsync(IReadOnlyList<QueueDeed> story)
    {
        var model = new QueueModel();
        await using var real = await RealQueue.CreateAsync();
        foreach (var deed in story)
        {
            var held = model.Held;
            Assert.Equal($"{deed}: {deed.Expected(model)}", $"{deed}: {await deed.ActualAsync(real, held)}");
            Assert.Equal(model.NextVisible, real.NextVisible());
            Assert.Equal(model.Poison, real.Poison());
            Assert.Equal("plausible", model.Count(real.Count()));
        }
    }
}
