using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>What came of records that were sent.</summary>
internal sealed class WrittenPage
{
    /// <summary>Those that were written, as they are kept from now on.</summary>
    public List<(ChangedRecord Record, KeptRecord Now, bool Created)> Written { get; } = [];

    /// <summary>Those that were refused.</summary>
    public List<RefusedRecord> Refused { get; } = [];

    /// <summary>True where a record names a field that the module has not.</summary>
    public bool NamesUnknownField => Refused.Exists(record => CrmField.IsUnknown(record.Failure));

    /// <summary>Why the rest of the page cannot be carried; null where it can.</summary>
    public Failure? Stopped { get; private set; }

    /// <summary>Takes the result of a record.</summary>
    public void Add(ChangedRecord record, CrmWrite result, string runId)
    {
        if (result.Failure is not { } failure)
            Written.Add((record, Now(record, result.Id, runId), result.Created));
        else if (StopsTheFlow(failure)) Stopped = failure;
        else Refused.Add(new(record.Key, record.Kept, record.Made.Mark, failure));
    }

    /// <summary>What would be said of every record of the flow is said once.</summary>
    private static bool StopsTheFlow(Failure failure) =>
        failure.Class is FailureClass.Auth or FailureClass.Throttled || failure.Outage || CrmModule.IsRefused(failure);

    private static KeptRecord Now(ChangedRecord record, string? id, string runId) => new(record.Key)
    {
        CrmId = id ?? record.Kept?.CrmId, Mark = record.Made.Mark, Fields = record.Made.Fields, RunId = runId,
    };
}
