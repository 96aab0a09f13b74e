using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Flows.Tests.Webhooks;

public sealed class When_a_flow_is_told_as_it_ends
{
    [Fact]
    public async Task It_is_started_again()
    {
        await using var client = new EndingFlow();
        await FlowStart.StartOrTellAsync(client, "Flow", "flow-1", "input", "news", CancellationToken.None);
        Assert.Equal(("flow-1", "flow-1"), (client.Told, client.Started));
    }

    /// <summary>Writes down its end when it is told. As in Azure, its custom status comes only with inputs and outputs.</summary>
    private sealed class EndingFlow() : DurableTaskClient("test")
    {
        public string? Told { get; private set; }

        public string? Started { get; private set; }

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
            Task.FromResult(Started = options!.InstanceId!);

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
            Task.FromResult(Told = instanceId);

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Task.FromResult<OrchestrationMetadata?>(new OrchestrationMetadata("Flow", instanceId)
            {
                RuntimeStatus = OrchestrationRuntimeStatus.Running,
                SerializedCustomStatus = getInputsAndOutputs && Told is not null ? "\"ending\"" : null,
            });

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Task.FromResult(new OrchestrationMetadata("Flow", instanceId) { RuntimeStatus = OrchestrationRuntimeStatus.Completed });

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
            throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
