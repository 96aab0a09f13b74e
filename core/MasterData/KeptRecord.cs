namespace Isthmus.Core.MasterData;

/// <summary>What is kept of a record that was read, so that only what changed is carried.</summary>
/// <param name="Key">Its key in its flow.</param>
public sealed record KeptRecord(string Key)
{
    /// <summary>Its id in the CRM; null before it was written there.</summary>
    public string? CrmId { get; init; }

    /// <summary>The mark of what was written last; null where nothing was, or where it must be written again.</summary>
    public string? Mark { get; init; }

    /// <summary>The marks of its fields as they were written last; null before.</summary>
    public FieldMarks? Fields { get; init; }

    /// <summary>The run that wrote it last.</summary>
    public string? RunId { get; init; }

    /// <summary>The mark of what was refused last; null where nothing was refused since it was written.</summary>
    public string? Refused { get; init; }

    /// <summary>Where it stands.</summary>
    public RecordStanding Standing { get; init; }

    /// <summary>True where it is left alone until a person says otherwise.</summary>
    public bool Resting => Standing is RecordStanding.Held or RecordStanding.Left or RecordStanding.Merged;
}
