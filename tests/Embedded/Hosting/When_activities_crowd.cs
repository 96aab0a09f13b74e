using Azure.Storage.Queues;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_activities_crowd
{
    [Fact]
    public async Task Messages_wait_in_their_queue_until_the_last_has_begun()
    {
        await using var app = new RunningApp(typeof(CrowdedApp))
        {
            Settings = { ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions"] = "1" },
        };
        await app.StartAsync();
        await app.Host.Parts.Engine.Client.ScheduleNewOrchestrationInstanceAsync("Crowd");
        Assert.Equal("activity 0", await app.Log.NextAsync());
        var queue = new QueueClient(app.Connection, "newcomers", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("newcomer");

        CrowdedApp.Hold.Release(CrowdedApp.Calls);

        var seen = new List<string>();
        while (seen.Count < CrowdedApp.Calls) seen.Add(await app.Log.NextAsync());
        Assert.True(seen.IndexOf("newcomer") >= CrowdedApp.Calls - 2, string.Join(", ", seen));
    }
}
