using System.Security.Cryptography;

namespace Isthmus.Agent.Outbound;

/// <summary>
/// How long to wait after failures in a row: doubled each time, with jitter, so that many agents do not come back at once.
/// </summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>After a refusal that a person has to cure.</summary>
    public static readonly TimeSpan Refused = TimeSpan.FromMinutes(1);

    /// <summary>Half to the whole of 1, 2, 4 ... 60 seconds.</summary>
    /// <param name="failures">Failures in a row: 1 or more.</param>
    public static TimeSpan After(int failures) => After(failures, RandomNumberGenerator.GetInt32(1000) / 1000d);

    /// <param name="failures">Failures in a row: 1 or more.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan After(int failures, double chance)
    {
        var whole = First * Math.Min(Math.Pow(2, failures - 1), Longest / First);
        return whole * (0.5 + chance / 2);
    }
}
