using Isthmus.Connectors.ZohoCrm;
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
        var names = records.SelectMany(record => record.Made.Body.EnumerateObject().Select(member => member.Name)).Distinct();
        if (await gate.MissingAsync(flow.Module, names, cancellation) is { Count: > 0 } missing) throw Lacking(flow, missing);
    }

    /// <summary>What keeps the flow from going on; a field that left the layout since is as one that was never there.</summary>
    public FailureException Refused(IMasterFlow flow, Failure failure) =>
        CrmField.IsUnknown(failure) && failure.Field is { } field ? Lacking(flow, [field]) : new FailureException(failure);

    private FailureException Lacking(IMasterFlow flow, IReadOnlyList<string> missing)
    {
        gate.Forget(flow.Module);
        var them = missing.Count == 1 ? "it" : "them";
        return FlowWaits.Because(
            FlowWaits.ForField, flow.Name, $"{flow.Module} of the CRM has no field {string.Join(", ", missing)}.",
            $"Add {them} to the layout, or take {them} out of the mapping {flow.Mapping}.");
    }
}
