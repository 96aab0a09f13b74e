using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Core.Failures;

/// <summary>
/// Spreads the waits of those who want a record that somebody holds, so that they do not all come back at once and hold it in each
/// other's way. The spread follows from who waits and which try it is: the same question has the same answer.
/// </summary>
public static class LockWaits
{
    private const double Widest = 0.25;

    /// <summary>The decision with its wait spread by up to a quarter either way; what is no lock is left as it is.</summary>
    /// <param name="decision">The policy's decision.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="waiting">Who waits, such as the run's id.</param>
    /// <param name="attempt">Which try failed.</param>
    public static FailureDecision Spread(FailureDecision decision, Failure failure, string waiting, int attempt) =>
        failure is { Class: FailureClass.Locked, RetryAfter: null } && decision.Action == FailureAction.RetryLater
            ? decision with { Delay = decision.Delay * (1 - Widest + (2 * Widest * Share(waiting, attempt))) } : decision;

    /// <summary>From 0 to 1.</summary>
    private static double Share(string waiting, int attempt) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{waiting}\n{attempt}"))) / (double)uint.MaxValue;
}
