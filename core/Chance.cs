using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Isthmus.Core;

/// <summary>The one place that makes random ids and bytes; everything else derives ids from business keys.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "This is the place that provides them.")]
public static class Chance
{
    /// <summary>A new random id: 32 lower-case hexadecimal digits.</summary>
    public static string NewId() => Guid.NewGuid().ToString("n");

    /// <summary>Bytes from the system's cryptographic source.</summary>
    public static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
