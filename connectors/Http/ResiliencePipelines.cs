using Isthmus.Core.Failures;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Isthmus.Connectors.Http;

/// <summary>From the outside in: the time for the whole call, retries with jitter, the circuit breaker.</summary>
internal static class ResiliencePipelines
{
    public static ResiliencePipeline<Exchange> Build(CallLimits limits, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<Exchange> { TimeProvider = time };
        builder.AddTimeout(limits.TotalTimeout);
        if (limits.Retries > 0) builder.AddRetry(Retry(limits));
        return builder.AddCircuitBreaker(Breaker(limits)).Build();
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

    private static CircuitBreakerStrategyOptions<Exchange> Breaker(CallLimits limits) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = limits.BreakerCalls,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = limits.BreakerPause,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Result.Refusal?.Failure.Class == FailureClass.Transient),
    };
}
