using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>A stored object and its place in the order of creation.</summary>
internal sealed record Record(long Sequence, JsonObject Body) : IComparable<Record>
{
    public string Id { get; } = Body["id"]!.GetValue<string>();

    public int CompareTo(Record? other) => Sequence.CompareTo(other!.Sequence);
}

/// <summary>Records in order of creation, from which pages are cut newest first.</summary>
internal readonly record struct RecordRange(List<Record> Records)
{
    /// <summary>The index of the first record whose sequence is not below the given one.</summary>
    public int IndexOf(long sequence)
    {
        var (low, high) = (0, Records.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Records[middle].Sequence < sequence) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
