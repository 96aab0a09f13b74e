using System.Text.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Core.Loads;

/// <summary>A kind whose records are carried one by one, several at the same time.</summary>
public interface IRecordLoad : ILoadKind
{
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
