namespace Azure.Storage.Queues.Models;

/// <summary>What updating a message gave.</summary>
public class UpdateReceipt
{
    internal UpdateReceipt()
    {
    }

    /// <summary>Entitles to the next update or to the deletion; the one before is void.</summary>
    public string PopReceipt { get; internal init; } = "";

    /// <summary>When it becomes visible again.</summary>
    public DateTimeOffset NextVisibleOn { get; internal init; }
}
