namespace Isthmus.Core.MasterData;

/// <summary>A record that is looked at again by itself in the next round.</summary>
/// <param name="Key">Its key in its flow.</param>
public sealed record WaitingRecord(string Key)
{
    /// <summary>The <see cref="Version"/> of whichever writing there is.</summary>
    public const string Any = "*";

    /// <summary>The records that it points to and that are not in the CRM yet; empty where it waits for nothing of ours.</summary>
    public IReadOnlyList<(string Flow, string Key)> Needs { get; init; } = [];

    /// <summary>True where a run has yet to be started that asks a person.</summary>
    public bool Review { get; init; }

    /// <summary>Which writing of the row was read; empty where none was.</summary>
    public string Version { get; init; } = "";
}
