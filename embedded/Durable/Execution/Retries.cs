using Microsoft.DurableTask;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>
/// Calls a task again after failures, by policy or by handler. Runs inside the orchestrator and so is replayed with it.
/// </summary>
internal sealed class Retries(TaskOrchestrationContext context, TaskLedger ledger)
{
    public Task<T> RunAsync<T>(TaskRetryOptions? retry, Func<Task<T>> call) =>
        retry?.Policy is { } policy ? ByPolicyAsync(policy, call)
        : retry?.Handler is { } handler ? ByHandlerAsync(handler, call)
        : call();

    private async Task<T> ByPolicyAsync<T>(RetryPolicy policy, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (
                ledger.MayRetry(failure) && attempt < policy.MaxNumberOfAttempts && InTime(policy, first) &&
                Handles(policy, failure))
            {
                // The delay follows below, outside the filter that decided on it.
            }
            await context.CreateTimer(context.CurrentUtcDateTime.Add(Delay(policy, attempt)), CancellationToken.None);
        }
    }

    private async Task<T> ByHandlerAsync<T>(AsyncRetryHandler handler, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (ledger.MayRetry(failure))
            {
                var tried = context.CurrentUtcDateTime - first;
                var retry = new RetryContext(context, attempt, failure.FailureDetails, tried, CancellationToken.None);
                if (!await handler(retry)) throw;
            }
        }
    }

    private bool InTime(RetryPolicy policy, DateTime first) =>
        policy.RetryTimeout == Timeout.InfiniteTimeSpan || context.CurrentUtcDateTime - first < policy.RetryTimeout;

    private static bool Handles(RetryPolicy policy, TaskFailedException failure)
    {
        try { return policy.Handle(failure); }
        catch (Exception) { return false; }
    }

    private static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        var wanted = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return wanted < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(wanted) : longest;
    }
}
