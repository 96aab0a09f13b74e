using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Isthmus.Core.Payloads;

/// <summary>
/// Names a stored document: the day it was stored and the SHA-256 of its content, as <c>20261121-</c> and 64 hexadecimal digits.
/// The day leads, so that what is past its retention lies together.
/// </summary>
public static partial class PayloadReference
{
    private const int DayLength = 8;

    /// <summary>The reference of a document that is stored at a time.</summary>
    public static string Of(ReadOnlySpan<byte> content, DateTimeOffset time) =>
        $"{Day(time)}-{Convert.ToHexStringLower(SHA256.HashData(content))}";

    /// <summary>The day of a time, as references begin.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Every reference that a text holds.</summary>
    public static IEnumerable<string> In(string text) => Shape().Matches(text).Select(found => found.Value);

    /// <summary>Eight digits that tell contents apart; the same content has the same on any day.</summary>
    public static string Mark(string reference) => reference[(DayLength + 1)..(DayLength + 9)];

    internal static bool IsOne(string text) => Shape().Match(text) is { Success: true } found && found.Length == text.Length;

    internal static string DayOf(string reference) => reference[..DayLength];

    /// <summary>Sixteen partitions a day, so that no single one takes all writes.</summary>
    internal static string Partition(string reference) => reference[..(DayLength + 2)];

    [GeneratedRegex("[0-9]{8}-[0-9a-f]{64}", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
