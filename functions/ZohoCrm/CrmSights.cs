using System.Text.Json;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>What is known of each record whose changes somebody follows: a row each.</summary>
internal sealed class CrmSights(IsthmusTables tables, CrmGoneRecords gone, TimeProvider time)
{
    private readonly Stripes turns = new();

    public async Task<CrmSight?> FindAsync(string module, string id, CancellationToken cancellation)
    {
        var found = await tables.CrmRecords.GetEntityIfExistsAsync<TableEntity>(module, id, cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    public Task KeepAsync(string module, string id, CrmSight sight, CancellationToken cancellation) =>
        tables.CrmRecords.UpsertEntityAsync(
            new TableEntity(module, id)
            {
                ["At"] = sight.At,
                ["Fields"] = JsonSerializer.Serialize(sight.Fields),
                ["MadeByUs"] = sight.MadeByUs,
                ["Gone"] = sight.Gone,
                ["Handed"] = sight.Handed,
                ["Key"] = sight.Key,
            },
            TableUpdateMode.Replace, cancellation);

    /// <summary>It was handed over as gone.</summary>
    public async Task KeepGoneAsync(string module, string id, CrmSight sight, CancellationToken cancellation)
    {
        await gone.NoteAsync(module, id, time.GetUtcNow(), cancellation);
        await KeepAsync(module, id, sight with { Gone = true }, cancellation);
    }

    /// <summary>To be held while what is known of a record is read and changed.</summary>
    public Task<IDisposable> TurnAsync(string module, string id, CancellationToken cancellation) =>
        turns.EnterAsync(module, id, cancellation);

    private static CrmSight Read(TableEntity row) => new(
        row.GetDateTimeOffset("At"),
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString("Fields") ?? "{}") ?? [])
    {
        MadeByUs = row.GetBoolean("MadeByUs") == true,
        Gone = row.GetBoolean("Gone") == true,
        Handed = row.GetInt32("Handed") ?? 0,
        Key = row.GetString("Key"),
    };
}
