using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Core.Items;

/// <summary>An item as a system showed it.</summary>
/// <param name="Key">What that system calls it.</param>
/// <param name="Mark">Tells one content from another.</param>
/// <param name="Record">The record as it came, as JSON; null where it is read again before it is carried.</param>
public sealed record ReadItem(string Key, string Mark, string? Record = null)
{
    /// <summary>When it was taken.</summary>
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>Which writing of the row was read; empty where none was.</summary>
    public string Version { get; init; } = "";

    /// <summary>The mark of a content: 32 hexadecimal digits.</summary>
    public static string MarkOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content)[..16]);

    /// <summary>The mark of a content.</summary>
    public static string MarkOf(string content) => MarkOf(Encoding.UTF8.GetBytes(content));
}
