using Xunit.Abstractions;

namespace Isthmus.Embedded.Tests.Model.Tables;

public sealed class When_anything_may_happen_to_a_table(ITestOutputHelper output)
{
    [Fact]
    public async Task It_does_what_the_model_says() => output.WriteLine(
        $"{await Trials.PlayAsync(TableDeed.Any, length: 200, PlayAsync)} stories");

    private static async Task PlayAsync(IReadOnlyList<TableDeed> story)
    {
        var model = new TableModel();
        await using var real = await RealTable.CreateAsync();
        foreach (var deed in story)
        {
            var (expected, actual) = await deed.DoAsync(model, real);
            Assert.Equal($"{deed}: {expected}", $"{deed}: {real.Versions.Learn(expected, actual)}");
        }
        var (all, found) = await new TableDeed.Asks(null, 3, []).DoAsync(model, real);
        Assert.Equal(all, real.Versions.Learn(all, found));
    }
}
