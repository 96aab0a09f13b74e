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
        if (await gate.MissingAsync(flow.Module, names, cancellation) is not { Count: > 0 } missing) return;
        gate.Forget(flow.Module);
        var them = missing.Count == 1 ? "it" : "them";
        throw FlowWaits.Because(
            FlowWaits.ForField, flow.Name, $"{flow.Module} of the CRM has no field {string.Join(", ", missing)}.",
            $"Add {them} to the layout, or take {them} out of the mapping {flow.Mapping}.");
    }

    /// <summary>Those of some fields that the module has. Before one is passed over the fields are read afresh.</summary>
    public async Task<HashSet<string>> AmongAsync(IMasterFlow flow, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        if (names.Count == 0) return [];
        var there = await gate.FieldsAsync(flow.Module, cancellation);
        if (there.Count > 0 && names.Any(name => !there.ContainsKey(name)))
        {
            gate.Forget(flow.Module);
            there = await gate.FieldsAsync(flow.Module, cancellation);
        }
        return names.Where(name => there.Count == 0 || there.ContainsKey(name)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>As the other, by the fields as they are now: the CRM refused some, and what was known may be an hour old.</summary>
    public Task RequireAfreshAsync(IMasterFlow flow, IReadOnlyList<ChangedRecord> records, CancellationToken cancellation)
    {
        gate.Forget(flow.Module);
        return RequireAsync(flow, records, cancellation);
    }
}
