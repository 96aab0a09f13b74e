using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Vault;

/// <summary>
/// Short-lived secrets that should outlive a restart, such as access tokens: rows that only the holder of a longer-lived secret can
/// open (AES-256-GCM, the key derived from that secret, bound to the note's name).
/// </summary>
public sealed class SealedNotes(IsthmusTables tables)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Keeps a note in the place of an earlier one.</summary>
    /// <param name="connection">Whose note it is.</param>
    /// <param name="name">Which of its notes.</param>
    /// <param name="secret">Who knows it can open the note.</param>
    /// <param name="content">What is kept; never stored as it is.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task SealAsync(
        string connection, string name, string secret, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var box = new byte[NonceBytes + TagBytes + content.Length];
        Chance.Bytes(NonceBytes).CopyTo(box, 0);
        using var cipher = new AesGcm(Key(secret), TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), content.Span, box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes), Bound(connection, name));
        var row = new TableEntity(Partition(connection), name) { ["Box"] = box };
        return tables.Connections.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The note, or null where there is none that the secret opens.</summary>
    public async Task<byte[]?> OpenAsync(string connection, string name, string secret, CancellationToken cancellation = default)
    {
        var row = await tables.Connections.GetEntityIfExistsAsync<TableEntity>(
            Partition(connection), name, cancellationToken: cancellation);
        if (!row.HasValue || row.Value!.GetBinary("Box") is not { Length: >= NonceBytes + TagBytes } box) return null;
        var content = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(Key(secret), TagBytes);
        try
        {
            cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes),
                content, Bound(connection, name));
            return content;
        }
        catch (AuthenticationTagMismatchException) { return null; }
    }

    /// <summary>The bar keeps notes apart from what lies under the connection's own name.</summary>
    private static string Partition(string connection) => "sealed|" + connection;

    private static byte[] Bound(string connection, string name) => Encoding.UTF8.GetBytes($"{connection}|{name}");

    private static byte[] Key(string secret) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: "isthmus sealed note"u8.ToArray());
}
