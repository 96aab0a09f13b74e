using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Next document numbers. A counter never goes back, whether its number is used or not.</summary>
internal sealed class NumberCounters
{
    private readonly Dictionary<string,
        int> last = new(StringComparer.Ordinal) { [SalesOrderSchema.Object] = 0, [CustomerSchema.Object] = 0 };

    public IReadOnlyDictionary<string, int> Last => last;

    public bool Counts(string name) => last.ContainsKey(name);

    public string Next(string name, Func<string, bool> taken)
    {
        string number;
        do number = (++last[name]).ToString("D7"); while (taken(number));
        return number;
    }

    public void Resume(string name, int value) => last[name] = Math.Max(value, last.GetValueOrDefault(name));
}
