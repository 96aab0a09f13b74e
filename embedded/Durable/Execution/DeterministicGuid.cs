using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>Name-based GUIDs (RFC 4122, version 5) in the name space and form of the real worker.</summary>
internal static class DeterministicGuid
{
    private static readonly byte[] NameSpace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid Create(string instanceId, DateTime now, int counter)
    {
        var name = Encoding.UTF8.GetBytes($"{instanceId}_{now:o}_{counter}");
#pragma warning disable CA5350 // the GUID's standard prescribes SHA-1; nothing secret depends on it
        var hash = SHA1.HashData([.. NameSpace, .. name]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
