namespace Isthmus.Core.Runs;

/// <summary>
/// Collects the calls that a step makes, wherever below it they are made, so that they are written with the step and cost no
/// write of their own.
/// </summary>
public sealed class VendorCalls
{
    /// <summary>A step that makes more calls than this keeps the first ones and the number of the others.</summary>
    public const int Most = 25;

    private static readonly AsyncLocal<VendorCalls?> Ambient = new();
    private readonly Lock gate = new();
    private readonly List<VendorCall> calls = [];
    private int more;

    private VendorCalls() { }

    /// <summary>From here on the calls of this flow of control are collected.</summary>
    public static VendorCalls Collect() => Ambient.Value = new VendorCalls();

    /// <summary>Notes a call for the step that is at work, where there is one.</summary>
    public static void Note(VendorCall call) => Ambient.Value?.Add(call);

    /// <summary>What was collected so far.</summary>
    public IReadOnlyList<VendorCall> Read()
    {
        lock (gate) return more == 0 ? [.. calls] : [.. calls, new VendorCall("", $"and {more} more", "", more, 0, null)];
    }

    private void Add(VendorCall call)
    {
        lock (gate)
        {
            if (calls.Count < Most) calls.Add(call);
            else more++;
        }
    }
}
