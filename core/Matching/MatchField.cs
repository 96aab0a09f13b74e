namespace Isthmus.Core.Matching;

/// <summary>How two values of a field are compared.</summary>
public enum MatchKind
{
    /// <summary>Names and words: the more of the letters they share in order, the more alike.</summary>
    Text,
    /// <summary>Numbers and codes: alike with one slip of the finger, else not at all.</summary>
    Code,
    /// <summary>The same or not.</summary>
    Exact,
}

/// <summary>
/// A field that tells records apart, with the two figures of Fellegi and Sunter's model. A field that either record lacks says nothing.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How its values are compared.</param>
/// <param name="Reliability">How often two records of one thing agree in it, between 0 and 1: their m.</param>
/// <param name="Chance">How often two records of different things agree in it, between 0 and 1: their u.</param>
public sealed record MatchField(string Name, MatchKind Kind, double Reliability, double Chance)
{
    /// <summary>The field that its values are sometimes put into by mistake, as a surname into the given name's; null for none.</summary>
    public string? SwappedWith { get; init; }

    /// <summary>Bits that a disagreement takes away; negative.</summary>
    internal double Disagreement { get; } = Math.Log2((1 - Reliability) / (1 - Chance));

    /// <summary>Bits that an agreement gives where it happens by chance this often.</summary>
    internal double Agreement(double chance) => Math.Log2(Reliability / chance);
}
