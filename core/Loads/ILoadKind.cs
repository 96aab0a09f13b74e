using System.Text.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Core.Loads;

/// <summary>What can be loaded: where its records come from, and how one of them is carried.</summary>
public interface ILoadKind
{
    /// <summary>What people call it: items, customers.</summary>
    string Name { get; }

    /// <summary>Why it is not to be loaded as the company has set things up; null when nothing is in the way.</summary>
    string? Obstacle { get; }

    /// <summary>How many records there are. It reads no more than their keys, a page at a time.</summary>
    Task<long> CountAsync(CancellationToken cancellation);

    /// <summary>The page behind another, in the order of keys.</summary>
    /// <param name="after"><see cref="LoadPage.Next"/> of the page before; null for the first.</param>
    /// <param name="size">How many records at most.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<LoadPage> PageAsync(string? after, int size, CancellationToken cancellation);

    /// <summary>The business key of a record, unique in its kind. Never a personal value.</summary>
    string KeyOf(JsonElement record);

    /// <summary>The record of a key as it is now; null when there is none any more.</summary>
    Task<JsonElement?> FindAsync(string key, CancellationToken cancellation);

    /// <summary>
    /// Carries one record, once in effect: what an earlier try left is found, what did not change is not written. A record that this
    /// same run wrote before counts as written again where that is known, else as unchanged.
    /// </summary>
    /// <param name="key">Its key.</param>
    /// <param name="record">The record.</param>
    /// <param name="runId">The run that carries it.</param>
    /// <param name="dryRun">Only says what it would do.</param>
    /// <exception cref="FailureException">It could not be carried.</exception>
    Task<LoadOutcome> CarryAsync(string key, JsonElement record, string runId, bool dryRun);
}
