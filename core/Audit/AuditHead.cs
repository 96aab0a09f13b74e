using Azure;
using Azure.Data.Tables;

namespace Isthmus.Core.Audit;

/// <summary>Where a month's chain ends at present. Its ETag lets one writer at a time add to the chain.</summary>
/// <param name="Month">yyyyMM.</param>
/// <param name="Sequence">The number of the newest entry; 0 before the first.</param>
/// <param name="Hash">The hash of the newest entry, or of the month before.</param>
/// <param name="ETag">Null when the row is still to be added.</param>
internal sealed record AuditHead(string Month, long Sequence, string Hash, ETag? ETag)
{
    public static AuditHead Read(TableEntity row) => new(row.PartitionKey, row.GetInt64("Sequence") ?? 0, row.GetString("Hash"), row.ETag);

    /// <summary>What makes the newest of the entries the end of the chain.</summary>
    public TableTransactionAction MoveTo(AuditEntry newest)
    {
        var row = new TableEntity(Month, AuditRows.Head) { ["Sequence"] = newest.Sequence, ["Hash"] = newest.Hash };
        return ETag is { } etag
            ? new(TableTransactionActionType.UpdateReplace, row, etag)
            : new(TableTransactionActionType.Add, row);
    }
}
