using Isthmus.Core.Failures;

namespace Isthmus.Core.Loads;

/// <summary>A kind whose records are carried a page at once, because the other system takes many of them in one call.</summary>
public interface IPageLoad : ILoadKind
{
    /// <summary>
    /// Reads and carries the page that a load is at, once in effect. It keeps the dead letters of records that fail itself. A page that
    /// is carried again, because the process died before it was counted, gives the same counts.
    /// </summary>
    /// <param name="load">The load; its page begins at <see cref="Load.After"/>.</param>
    /// <param name="size">How many records at most.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="FailureException">The page as a whole could not be carried.</exception>
    Task<CarriedPage> CarryPageAsync(Load load, int size, CancellationToken cancellation);
}

/// <summary>What became of a page.</summary>
/// <param name="Counts">What became of its records.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record CarriedPage(LoadCounts Counts, string? Next);
