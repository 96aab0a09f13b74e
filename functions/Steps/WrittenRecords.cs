using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;

namespace Isthmus.Functions.Steps;

/// <summary>
/// Writes down what a step made at a vendor: first in the audit, then in the cross-references, which let no repeat come here any
/// more. A crash in between leaves a second line in the audit; the other way round it would leave none.
/// </summary>
public sealed class WrittenRecords(CrossReferenceStore references, AuditTrail audit)
{
    /// <summary>The outcome where an earlier try, which may have died after its call, had tried to make the record that is there.</summary>
    public const string FoundByRepeat = "found by a repeat";

    /// <summary>Writes a record down.</summary>
    /// <param name="runId">The run that wrote it.</param>
    /// <param name="action">What was done, for the audit.</param>
    /// <param name="key">The business key that the record stands for.</param>
    /// <param name="target">System and kind, such as <c>zoho-inventory.salesorder</c>.</param>
    /// <param name="reference">The record.</param>
    /// <param name="notes">The step's mapping and fields.</param>
    /// <param name="outcome">What came of it, for the audit.</param>
    public async Task AddAsync(
        string runId, string action, string key, string target, Reference reference, StepNotes notes, string outcome = "written")
    {
        await audit.AddAsync(runId, action, $"{target}/{reference.Id}", outcome, notes.Mapping, notes.Fields);
        await references.RecordAsync(key, target, reference);
    }

    /// <summary>
    /// Writes down a record that the step found or made. The audit has it where the step made it, which takes a mapping, or where an
    /// earlier try may have.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="action">What was done, for the audit.</param>
    /// <param name="claim">The claim under which it was done.</param>
    /// <param name="reference">The record.</param>
    /// <param name="notes">The step's mapping and fields.</param>
    public Task AddResolvedAsync(string runId, string action, Claim claim, Reference reference, StepNotes notes)
    {
        if (notes.Mapping is not null) return AddAsync(runId, action, claim.Key, claim.Target, reference, notes);
        return claim.State == ClaimState.Repeat
            ? AddAsync(runId, action, claim.Key, claim.Target, reference, notes, FoundByRepeat)
            : references.RecordAsync(claim.Key, claim.Target, reference);
    }
}
