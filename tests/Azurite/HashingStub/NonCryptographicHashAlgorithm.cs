namespace System.IO.Hashing;

/// <summary>
/// The one class that Azure.Storage.Common 12.16 asks of the package of this name, for checksums of blobs. Queues never use it.
/// </summary>
public abstract class NonCryptographicHashAlgorithm
{
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes) => HashLengthInBytes = hashLengthInBytes;

    public int HashLengthInBytes { get; }

    public abstract void Append(ReadOnlySpan<byte> source);

    public abstract void Reset();

    protected abstract void GetCurrentHashCore(Span<byte> destination);
}
