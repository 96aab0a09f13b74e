using System.Text.RegularExpressions;

namespace Isthmus.Fuzz;

/// <summary>Keeps the first few findings of each kind and counts the rest.</summary>
internal sealed partial class FindingList
{
    private const int EachKind = 2;
    private readonly Dictionary<string, int> kinds = [];
    private readonly List<Finding> kept = [];
    private long count;

    public long Count => Interlocked.Read(ref count);

    public IReadOnlyList<Finding> Kept { get { lock (kept) return [.. kept]; } }

    public void Add(Finding finding)
    {
        Interlocked.Increment(ref count);
        var kind = Varying().Replace(finding.Why, "#");
        lock (kept)
        {
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] <= EachKind) kept.Add(finding);
        }
    }

    /// <summary>Numbers and quoted values differ from input to input; the kind is the same.</summary>
    [GeneratedRegex("[0-9]+|'[^']*'|\"[^\"]*\"")]
    private static partial Regex Varying();
}
