using Azure;
using Azure.Data.Tables;
using Isthmus.Embedded.Tables.Entities;

namespace Isthmus.Embedded.Tables;

/// <summary>Checks the changes of a transaction as the service does before it touches anything.</summary>
internal static class Batch
{
    private const int MostChanges = 100;
    private const int MostBytes = 4 * 1024 * 1024;

    public static List<EntityChange> Of(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > MostChanges)
            throw TableErrors.At(MostChanges - 1, TableErrors.InvalidInput("A transaction has at most 100 changes."));
        var changes = new List<EntityChange>(actions.Count);
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < actions.Count; index++)
        {
            try { changes.Add(Check(actions[index], changes, rows)); }
            catch (RequestFailedException failure) { throw TableErrors.At(index, failure); }
        }
        if (changes.Sum(c => EntityRules.Size(c.PartitionKey, c.RowKey, c.Properties)) > MostBytes)
            throw TableErrors.BatchTooLarge();
        return changes;
    }

    private static EntityChange Check(TableTransactionAction action, List<EntityChange> before, HashSet<string> rows)
    {
        var change = EntityChange.Of(action.ActionType, action.Entity, Condition(action));
        if (before.Count > 0 && before[0].PartitionKey != change.PartitionKey) throw TableErrors.OtherPartition();
        return rows.Add(change.RowKey) ? change : throw TableErrors.DuplicateRow();
    }

    private static ETag Condition(TableTransactionAction action) =>
        action.ActionType is TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace
            ? default : action.ETag;
}
