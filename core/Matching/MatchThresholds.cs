namespace Isthmus.Core.Matching;

/// <summary>What is done with two records that are alike.</summary>
public enum MatchVerdict
{
    /// <summary>They are two things.</summary>
    Different,
    /// <summary>A person decides.</summary>
    Review,
    /// <summary>They are one.</summary>
    Same,
}

/// <summary>From how many bits on records are held for a person, and from how many on they are linked without one.</summary>
/// <param name="Review">The lower one.</param>
/// <param name="Same">The upper one.</param>
public sealed record MatchThresholds(double Review = 9, double Same = 18)
{
    /// <summary>The verdict on a score.</summary>
    public MatchVerdict Judge(double bits) =>
        bits >= Same ? MatchVerdict.Same : bits >= Review ? MatchVerdict.Review : MatchVerdict.Different;
}
