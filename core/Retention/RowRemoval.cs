using Azure;
using Azure.Data.Tables;

namespace Isthmus.Core.Retention;

/// <summary>Removes rows of one partition, a hundred in a transaction; rows that are gone already are no obstacle.</summary>
internal static class RowRemoval
{
    private const int RowsATransaction = 100;

    public static async Task RemoveAsync(TableClient table, string partition, IEnumerable<string> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(RowsATransaction))
        {
            try
            {
                await table.SubmitTransactionAsync(chunk.Select(row => Removal(partition, row)), cancellation);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                foreach (var row in chunk) await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
            }
        }
    }

    private static TableTransactionAction Removal(string partition, string row) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All);
}
