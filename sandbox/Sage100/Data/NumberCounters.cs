namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Next document numbers. A counter never goes back, whether its number is used or not.</summary>
internal sealed class NumberCounters
{
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Last => last;

    public string Next(string counter, int length, Func<string, bool> taken)
    {
        string number;
        do
        {
            last[counter] = last.GetValueOrDefault(counter) + 1;
            number = last[counter].ToString($"D{length}");
        }
        while (taken(number));
        return number;
    }

    public void Resume(string name, int value) => last[name] = Math.Max(value, last.GetValueOrDefault(name));
}
