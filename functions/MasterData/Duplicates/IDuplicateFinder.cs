using System.Text.Json;

namespace Isthmus.Functions.MasterData.Duplicates;

/// <summary>Finds what the CRM has already, so that nothing is made twice.</summary>
internal interface IDuplicateFinder
{
    /// <summary>Whether records of a module are looked for.</summary>
    bool Covers(string module);

    /// <summary>Judges a new record. What is known of the CRM is read again for each run, and in a long one each minute.</summary>
    Task<DuplicateVerdict> JudgeAsync(string module, JsonElement record, string runId, CancellationToken cancellation);

    /// <summary>A record of the CRM is ours from now on, or gone: it is no candidate any more.</summary>
    Task ForgetAsync(string module, string id);
}
