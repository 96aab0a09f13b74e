namespace Isthmus.Functions.Items.ToZoho;

/// <summary>What the writing of an item came to.</summary>
public enum ItemWriting
{
    /// <summary>It is new there.</summary>
    Created,
    /// <summary>Some of it was changed.</summary>
    Changed,
    /// <summary>It was there like that.</summary>
    Unchanged,
    /// <summary>It is inactive and was never there: nothing was written.</summary>
    LeftOut,
}
