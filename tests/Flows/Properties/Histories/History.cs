namespace Isthmus.Flows.Tests.Properties;

/// <summary>What happens to a company's orders, one after the other.</summary>
public sealed record History(IReadOnlyList<Deed> Deeds)
{
    /// <summary>Orders above this are held, in the smallest unit of their currency; 0 holds none.</summary>
    public int HoldAbove { get; init; }

    /// <summary>Partial captures are held.</summary>
    public bool HoldPartial { get; init; }

    public override string ToString()
    {
        var rules = (HoldAbove > 0 ? $"  orders above {HoldAbove} are held\n" : "") + (HoldPartial ? "  partial captures are held\n" : "");
        return rules + string.Join("\n", Deeds.Select((deed, i) => $"  {i + 1}. {deed}"));
    }
}
