using Azure.Data.Tables;

namespace Isthmus.Core.Audit;

/// <summary>The entry of a month that was purged last: what is left of the chain follows it.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record AuditAnchor(long Sequence, string Hash)
{
    public static AuditAnchor Read(TableEntity row) => new(row.GetInt64("Sequence") ?? 0, row.GetString("Hash"));

    public static TableTransactionAction MoveTo(string month, AuditEntry purged) => new(
        TableTransactionActionType.UpsertReplace,
        new TableEntity(month, AuditRows.Anchor) { ["Sequence"] = purged.Sequence, ["Hash"] = purged.Hash });
}
