using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>Keys that were seen, eight bytes each: a million of them are some ten megabytes.</summary>
internal sealed class SeenKeys
{
    private readonly HashSet<long> seen = [];

    public void Add(string key) => seen.Add(Short(key));

    public bool Contains(string key) => seen.Contains(Short(key));

    private static long Short(string key) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
