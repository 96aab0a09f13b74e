using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Locks;

/// <summary>Records that a person has open on a screen: by a control for some time, or by a fault for one attempt.</summary>
internal sealed class RecordLocks(FaultPlan faults, TimeProvider clock)
{
    private readonly Dictionary<(string Object, string Key), (DateTimeOffset Until, int Wording)> held = [];
    private int met;

    public void Hold(string name, string key, TimeSpan duration, int wording) =>
        held[(name, key)] = (clock.GetUtcNow() + duration, wording);

    public void Clear() => held.Clear();

    /// <summary>Sage's message where the record is held, or null.</summary>
    public string? Refusal(TableSchema schema, string key)
    {
        var shown = TableKey.Shown(key);
        if (held.TryGetValue((schema.Object, key), out var hold))
        {
            if (hold.Until > clock.GetUtcNow()) return LockTexts.Text(hold.Wording, schema.Table, shown);
            held.Remove((schema.Object, key));
        }
        return faults.Take(SageVendor.Id, FaultKind.RecordLock, $"{schema.Object} {shown}")
            ? LockTexts.Text(met++, schema.Table, shown)
            : null;
    }
}
