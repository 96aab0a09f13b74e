using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>How a failed call is repeated.</summary>
/// <param name="MaxRetryCount">How often; -1: until it succeeds.</param>
/// <param name="Shortest">The first delay.</param>
/// <param name="Longest">No delay is longer.</param>
internal sealed record RetryRule(int MaxRetryCount, TimeSpan Shortest, TimeSpan Longest)
{
    public bool Allows(int attempt) => MaxRetryCount == -1 || attempt < MaxRetryCount;

    public TimeSpan Delay(int attempt)
    {
        var delay = Shortest.Ticks * Math.Pow(2, Math.Min(attempt, 40));
        return delay >= Longest.Ticks ? Longest : TimeSpan.FromTicks((long)delay);
    }

    public static RetryRule? Of(RetryAttribute attribute, Action<string> wrong)
    {
        var (shortest, longest) = attribute switch
        {
            FixedDelayRetryAttribute fixedDelay => (fixedDelay.DelayInterval, fixedDelay.DelayInterval),
            ExponentialBackoffRetryAttribute backoff => (backoff.MinimumInterval, backoff.MaximumInterval),
            _ => ("", ""),
        };
        if (attribute.MaxRetryCount < -1) wrong($"its retry count is {attribute.MaxRetryCount}; give 0 or more, or -1 for no end.");
        if (TimeSpan.TryParse(shortest, CultureInfo.InvariantCulture, out var from) &&
            TimeSpan.TryParse(longest, CultureInfo.InvariantCulture, out var to) && from > TimeSpan.Zero && to >= from)
            return new RetryRule(attribute.MaxRetryCount, from, to);
        wrong($"its retry delays are '{shortest}' and '{longest}'; give times such as 00:00:10, the shorter first.");
        return null;
    }
}
