namespace Isthmus.Functions.MasterData.Duplicates;

/// <summary>A record of the CRM that another one is like.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bits">How much speaks for it: each bit doubles the odds.</param>
internal sealed record Likeness(string Id, double Bits);

/// <summary>Whether the CRM has a record already under another name.</summary>
internal abstract record DuplicateVerdict
{
    /// <summary>It has none like it.</summary>
    public sealed record None : DuplicateVerdict;

    /// <summary>It has: this one.</summary>
    public sealed record Link(Likeness Best) : DuplicateVerdict;

    /// <summary>A person has to say. The likeliest comes first.</summary>
    public sealed record Review(IReadOnlyList<Likeness> Candidates) : DuplicateVerdict;
}
