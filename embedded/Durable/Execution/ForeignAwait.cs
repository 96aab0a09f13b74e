namespace Isthmus.Embedded.Durable.Execution;

/// <summary>What an orchestrator is told that awaits a task which is not durable.</summary>
internal static class ForeignAwait
{
    public const string Message =
        "An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks in an orchestrator function's " +
        "implementation or by middleware that invokes asynchronous code. Await only tasks that TaskOrchestrationContext returns; " +
        "do everything else in an activity.";
}
