using System.Security.Cryptography;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Payloads;

/// <summary>
/// Small documents as rows of a table, where many writers share one commit; large ones as files. Both are named by the SHA-256 of
/// their content.
/// </summary>
public sealed class TieredPayloadStore(IsthmusTables tables, FilePayloadStore files) : IPayloadStore
{
    /// <summary>Documents of up to so many bytes are rows; a property of a table holds 64 KiB.</summary>
    public const int LargestRow = 48 * 1024;

    /// <inheritdoc/>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.Length > LargestRow) return await files.PutAsync(content, cancellation);
        var reference = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var row = new TableEntity(Partition(reference), reference) { ["Content"] = content.ToArray() };
        await tables.Payloads.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return reference;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> GetAsync(string reference, CancellationToken cancellation = default)
    {
        if (reference.Length != 64) throw new PayloadMissingException(reference);
        var row = await tables.Payloads.GetEntityIfExistsAsync<TableEntity>(
            Partition(reference), reference, cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetBinary("Content") : await files.GetAsync(reference, cancellation);
    }

    private static string Partition(string reference) => reference[..2];
}
