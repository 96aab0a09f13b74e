using Isthmus.Embedded.Hosting.Discovery;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_an_app_is_wrong
{
    [Fact]
    public async Task Everything_is_told_at_once_with_function_parameter_and_cure()
    {
        await using var app = new RunningApp(typeof(MisusedApp))
        {
            Settings =
            {
                ["AzureFunctionsJobHost:functionTimeout"] = "soon",
                ["AzureFunctionsJobHost:extensions:queues:batchSize"] = "64",
            },
        };
        var refused = await Assert.ThrowsAsync<MisuseException>(app.StartAsync);
        string[] expected =
        [
            "host.json: functionTimeout is 'soon'", "batchSize is 64", "'Twice' is used by MisusedApp.One and MisusedApp.Two",
            "'BadRoute'", "parameter 'other'", "minute '61'", "'NoSuchSetting', which has no value",
            "parameter 'second'", "no parameter has a trigger",
            "gives a TaskOrchestrationContext, not a String", "'Clash' and 'Clash2' both serve GET /api/SAME", "async void",
        ];
        Assert.All(expected, part => Assert.Contains(part, refused.Message));
        Assert.Equal(expected.Length, refused.Problems.Count);
        Assert.False(File.Exists(Path.Combine(app.Home, "state.db")));
    }
}
