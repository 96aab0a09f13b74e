namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>How records are written.</summary>
internal sealed class WritePlan
{
    /// <summary>By our key: made where it is not there, else changed.</summary>
    public List<ChangedRecord> Upserts { get; } = [];

    /// <summary>Onto records that the CRM has already, by their ids; they get our key.</summary>
    public List<(ChangedRecord Record, string Id)> Adoptions { get; } = [];

    /// <summary>Not before a person decides.</summary>
    public List<HeldRecord> Held { get; } = [];

    /// <summary>Not at all, because a person decided so.</summary>
    public List<ChangedRecord> Left { get; } = [];
}
