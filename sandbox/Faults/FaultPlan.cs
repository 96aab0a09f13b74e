using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Faults;

/// <summary>The faults in force. Those with a rate below 1 are drawn from a seeded sequence.</summary>
internal sealed class FaultPlan(int seed)
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];
    private readonly Random chance = new(seed);
    private int added;
    private volatile bool any;

    public Fault Add(JsonObject body)
    {
        lock (gate)
        {
            var fault = new Fault($"fault_{added + 1}", body);
            added++;
            faults.Add(fault);
            any = true;
            return fault;
        }
    }

    /// <summary>Whether the fault happens to this subject now; it counts as used when it does.</summary>
    public bool Take(string vendor, string kind, string subject) => TryTake(vendor, kind, subject) is not null;

    /// <summary>As <see cref="Take"/>, with the fault's own values.</summary>
    public Fault? TryTake(string vendor, string kind, params ReadOnlySpan<string> subjects)
    {
        if (!any) return null;
        lock (gate)
        {
            foreach (var fault in faults)
            {
                if (fault.Spent || fault.Kind != kind || !FitsAny(fault, vendor, subjects)) continue;
                if (fault.Rate < 1 && chance.NextDouble() >= fault.Rate) continue;
                fault.Use();
                return fault;
            }
            return null;
        }
    }

    public void Clear(string? id)
    {
        lock (gate)
        {
            faults.RemoveAll(fault => id is null || fault.Id == id);
            any = faults.Count > 0;
        }
    }

    public JsonArray Show() { lock (gate) return [.. faults.Select(fault => fault.Show())]; }

    private static bool FitsAny(Fault fault, string vendor, ReadOnlySpan<string> subjects)
    {
        foreach (var subject in subjects)
            if (fault.Fits(vendor, subject)) return true;
        return false;
    }
}
