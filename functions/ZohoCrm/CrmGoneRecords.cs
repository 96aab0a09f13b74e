using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// The records of the CRM that were handed over as gone, oldest first: what is kept of them is removed when Zoho lists them as
/// deleted no more, without a look at those that are there.
/// </summary>
public sealed class CrmGoneRecords(IsthmusTables tables)
{
    /// <summary>The partition of the list; no module has such a name.</summary>
    private const string List = "~gone";

    /// <summary>Notes one, before its own row says so: what is noted in vain does no harm.</summary>
    public Task NoteAsync(string module, string id, DateTimeOffset at, CancellationToken cancellation) =>
        tables.CrmRecords.UpsertEntityAsync(
            new TableEntity(List, $"{Key(at)}|{module}|{id}") { ["Module"] = module, ["Id"] = id },
            TableUpdateMode.Replace, cancellation);

    /// <summary>Removes what is kept of those that are gone since before <paramref name="before"/>.</summary>
    public async Task PurgeAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        var (list, end) = (List, Key(before));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey lt {end}");
        await foreach (var noted in tables.CrmRecords.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (budget.Spent) return;
            if (await RemoveAsync(noted.GetString("Module"), noted.GetString("Id"), cancellation)) budget.Took(1);
            // Last, so that one which is half removed is found again.
            await tables.CrmRecords.DeleteEntityAsync(list, noted.RowKey, ETag.All, cancellation);
        }
    }

    /// <summary>False where it is there again, or comes at this moment.</summary>
    private async Task<bool> RemoveAsync(string module, string id, CancellationToken cancellation)
    {
        var row = await tables.CrmRecords.GetEntityIfExistsAsync<TableEntity>(module, id, cancellationToken: cancellation);
        if (!row.HasValue || row.Value!.GetBoolean("Gone") != true) return false;
        try
        {
            await tables.CrmRecords.DeleteEntityAsync(module, id, row.Value.ETag, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412) { return false; }
    }

    private static string Key(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
