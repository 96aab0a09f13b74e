using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Records;

namespace Isthmus.Functions.MasterData;

/// <summary>One record as people see it.</summary>
/// <param name="Flow">Its flow.</param>
/// <param name="Key">Its own key.</param>
/// <param name="CrmId">Its id in the CRM; null before it was written.</param>
/// <param name="Standing">Where it stands; null where nothing is kept of it.</param>
/// <param name="Run">The run that wrote it last.</param>
/// <param name="InSource">False where the source has it no more.</param>
/// <param name="Skip">Why a rule leaves it out; null where none does.</param>
/// <param name="Refused">Why it cannot be written as it is; null where it can, as far as is seen here.</param>
/// <param name="Change">What carrying it would change; null where it cannot be carried.</param>
public sealed record ShownMasterRecord(
    string Flow, string Key, string? CrmId, RecordStanding? Standing, string? Run, bool InSource, string? Skip, string? Refused,
    RecordChange? Change);

/// <summary>Carries or shows one record.</summary>
public interface IMasterRecords
{
    /// <summary>Carries a record as its source shows it now.</summary>
    /// <exception cref="Core.Failures.FailureException">It could not be carried.</exception>
    Task<MasterCarried> CarryAsync(MasterRecordInput input, string runId);

    /// <summary>What is kept of it, and what carrying it would change.</summary>
    Task<ShownMasterRecord> ShowAsync(IMasterFlow flow, string key, CancellationToken cancellation);
}
