namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>Orders values of one column; none comes first.</summary>
internal sealed class ValueOrder : IComparer<object?>
{
    public static readonly ValueOrder Instance = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        (IComparable left, _) when x.GetType() == y.GetType() => left.CompareTo(y),
        _ => 0,
    };
}
