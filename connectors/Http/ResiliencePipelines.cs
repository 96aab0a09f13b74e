using Polly;
using Polly.Retry;

namespace Isthmus.Connectors.Http;

/// <summary>From the outside in: the time for the whole call, retries with jitter.</summary>
internal static class ResiliencePipelines
{
    public static ResiliencePipeline<Exchange> Build(CallLimits limits, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<Exchange> { TimeProvider = time };
        builder.AddTimeout(limits.TotalTimeout);
        if (limits.Retries > 0) builder.AddRetry(Retry(limits));
        return builder.Build();
    }

    private static RetryStrategyOptions<Exchange> Retry(CallLimits limits) => new()
    {
        MaxRetryAttempts = limits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = limits.RetryPause,
        MaxDelay = limits.LongestWait,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result.Refusal is { RetryNow: true } refusal
            && !(refusal.Failure.RetryAfter > limits.LongestWait)),
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result.Refusal?.Failure.RetryAfter),
    };
}
