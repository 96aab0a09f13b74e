using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_instances_are_listed_and_purged
{
    [Fact]
    public async Task A_query_goes_by_status_prefix_and_time_and_page_by_page()
    {
        await using var app = await ManyAsync();

        var all = await ListAsync(app, new OrchestrationQuery(PageSize: 3));
        Assert.Equal(["a-0", "a-1", "a-2", "a-3", "a-4", "b-0", "b-1", "b-2", "b-3", "b-4"], all);
        Assert.Equal(["b-0", "b-1", "b-2", "b-3", "b-4"], await ListAsync(app, new OrchestrationQuery(InstanceIdPrefix: "b-")));
        Assert.Equal(["b-0"], await ListAsync(app, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        var late = app.Time.GetUtcNow().AddMinutes(-1);
        Assert.Equal(["b-0", "b-1", "b-2", "b-3", "b-4"], await ListAsync(app, new OrchestrationQuery(CreatedFrom: late)));
        Assert.Equal(5, (await ListAsync(app, new OrchestrationQuery(CreatedTo: late))).Count);
    }

    [Fact]
    public async Task Payloads_come_only_when_asked_for()
    {
        await using var app = await ManyAsync();

        var lean = await app.Client.GetInstanceAsync("a-1");
        var full = await app.Client.GetInstanceAsync("a-1", getInputsAndOutputs: true);

        Assert.Null(lean!.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => lean.ReadOutputAs<int>());
        Assert.Equal(1, full!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_purge_takes_what_has_ended_and_nothing_else()
    {
        await using var app = await ManyAsync();

        Assert.Equal(0, (await app.Client.PurgeInstanceAsync("b-0")).PurgedInstanceCount);
        Assert.Equal(1, (await app.Client.PurgeInstanceAsync("a-0")).PurgedInstanceCount);
        Assert.Equal(0, (await app.Client.PurgeInstanceAsync("a-0")).PurgedInstanceCount);
        var early = await app.Client.PurgeInstancesAsync(null, app.Time.GetUtcNow().AddMinutes(-1));
        Assert.Equal(4, early.PurgedInstanceCount);
        Assert.True(early.IsComplete);
        Assert.Equal(4, (await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        Assert.Equal(["b-0"], await ListAsync(app, new OrchestrationQuery()));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.GetOrchestrationHistoryAsync("a-0"));
    }

    [Fact]
    public async Task A_recursive_purge_takes_the_children_too()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Child", _ => Task.CompletedTask)
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "kid")))
            .StartAsync();
        var id = (await app.RunAsync("Parent")).InstanceId;

        Assert.Equal(2, (await app.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);
        Assert.Null(await app.Client.GetInstanceAsync("kid"));
    }

    [Fact]
    public async Task Ended_instances_are_listed_by_the_time_they_ended()
    {
        await using var app = await ManyAsync();

        var first = await app.Client.ListInstanceIdsAsync(pageSize: 6);
        var second = await app.Client.ListInstanceIdsAsync(pageSize: 6, lastInstanceKey: first.ContinuationToken);

        Assert.Equal(["a-0", "a-1", "a-2", "a-3", "a-4", "b-1"], first.Values);
        Assert.Equal(["b-2", "b-3", "b-4"], second.Values);
        Assert.Null(second.ContinuationToken);
    }

    /// <summary>Ten instances, five of them an hour after the others; all but b-0 have ended.</summary>
    private static async Task<DurableApp> ManyAsync()
    {
        var app = await new DurableApp().Orchestrator("Any", async context =>
        {
            if (context.InstanceId == "b-0") await context.WaitForExternalEvent<int>("never");
            return context.GetInput<int>();
        }).StartAsync();
        foreach (var group in (string[])["a", "b"])
        {
            for (var n = 0; n < 5; n++)
            {
                var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(
                    "Any", n, new StartOrchestrationOptions($"{group}-{n}"));
                if (id == "b-0") await app.Client.WaitForInstanceStartAsync(id);
                else await app.EndAsync(id);
            }
            if (group == "a") app.Time.Advance(TimeSpan.FromHours(1));
        }
        return app;
    }

    private static async Task<List<string>> ListAsync(DurableApp app, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var state in app.Client.GetAllInstancesAsync(query)) ids.Add(state.InstanceId);
        return ids;
    }
}
