namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>How records are carried.</summary>
/// <param name="RunId">The run that carries them: a look, a load, or the run of one record.</param>
internal sealed record CarryMode(string RunId)
{
    /// <summary>Tries again what was refused as it is.</summary>
    public bool Again { get; init; }

    /// <summary>What a person decided about a record that the CRM may have already; null where nobody was asked.</summary>
    public string? Choice { get; init; }

    /// <summary>True for one record that has a run of its own: it takes up what rests, and its run tells of a failure itself.</summary>
    public bool Alone { get; init; }
}
