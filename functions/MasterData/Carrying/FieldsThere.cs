using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>Holds what is to be written against the fields that the module has, before anything is sent.</summary>
internal sealed class FieldsThere(CrmFieldsGate gate)
{
    /// <exception cref="FailureException">The module lacks some; the failure names them.</exception>
    public async Task RequireAsync(IMasterFlow flow, IReadOnlyList<ChangedRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0) return;
        var fields = await gate.FieldsAsync(flow.Module, cancellation);
        if (fields.Count == 0) return;
        var missing = records.SelectMany(record => record.Made.Body.EnumerateObject().Select(member => member.Name)).Distinct()
            .Where(name => name is not ("id" or "Layout" or "Tag") && !name.StartsWith('$') && !fields.ContainsKey(name)).ToList();
        if (missing.Count == 0) return;
        gate.Forget(flow.Module);
        throw FlowWaits.Because(
            FlowWaits.ForField, flow.Name, $"{flow.Module} of the CRM has no field {string.Join(", ", missing)}.",
            $"Add {(missing.Count == 1 ? "it" : "them")} to the layout, or take {(missing.Count == 1 ? "it" : "them")} out of the mapping {flow.Mapping}.");
    }
}
