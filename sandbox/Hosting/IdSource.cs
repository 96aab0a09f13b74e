using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Sandbox.Hosting;

/// <summary>Identifiers that look random, never repeat in one state, and are the same for the same seed.</summary>
internal sealed class IdSource(int seed)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private long counter;

    public int Seed { get; private set; } = seed;

    public long Counter => Interlocked.Read(ref counter);

    /// <summary>The prefix followed by letters and digits (at most 32).</summary>
    public string Next(string prefix, int length = 24)
    {
        Span<byte> hash = stackalloc byte[32];
        Digest(Interlocked.Increment(ref counter), hash);
        return string.Create(prefix.Length + length, (prefix, Text(hash, length)), static (span, parts) =>
        {
            parts.prefix.CopyTo(span);
            parts.Item2.CopyTo(span[parts.prefix.Length..]);
        });
    }

    /// <summary>A running number, one higher each call, for vendors whose ids are numbers.</summary>
    public long NextNumber() => Interlocked.Increment(ref counter);

    public void Resume(int savedSeed, long savedCounter)
    {
        Seed = savedSeed;
        Interlocked.Exchange(ref counter, savedCounter);
    }

    private void Digest(long number, Span<byte> hash)
    {
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(input, Seed);
        BinaryPrimitives.WriteInt64LittleEndian(input[4..], number);
        SHA256.HashData(input, hash);
    }

    private static string Text(ReadOnlySpan<byte> hash, int length)
    {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) text.Append(Alphabet[hash[i] % Alphabet.Length]);
        return text.ToString();
    }
}
