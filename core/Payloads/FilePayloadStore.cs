using System.Security.Cryptography;

namespace Isthmus.Core.Payloads;

/// <summary>
/// Documents as files named by the SHA-256 of their content, in a folder: <c>ISTHMUS_HOME/payloads</c> locally, a mounted Azure
/// Files share in Azure.
/// </summary>
public sealed class FilePayloadStore(string folder) : IPayloadStore
{
    /// <inheritdoc/>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var reference = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(reference);
        if (File.Exists(path)) return reference;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Chance.NewId()}";
        await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
        {
            await stream.WriteAsync(content, cancellation);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        return reference;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> GetAsync(string reference, CancellationToken cancellation = default)
    {
        var path = PathOf(reference);
        if (!File.Exists(path)) throw new PayloadMissingException(reference);
        return await File.ReadAllBytesAsync(path, cancellation);
    }

    private string PathOf(string reference) =>
        reference.Length == 64 && reference.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, reference[..2], reference)
            : throw new PayloadMissingException(reference);
}
