namespace Isthmus.Functions.MasterData.Looking;

/// <summary>How much a look reads; the later ones read what the earlier ones do, and more.</summary>
internal enum LookReach
{
    /// <summary>What changed since the last look.</summary>
    Changes,
    /// <summary>Everything but what cannot change any more.</summary>
    Unsettled,
    /// <summary>Everything.</summary>
    Everything,
}
