using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Isthmus.Core.Audit;

/// <summary>Binds an entry to the one before it.</summary>
internal static class AuditHash
{
    public static AuditEntry Chain(AuditEntry entry, long sequence, string previous)
    {
        var linked = entry with { Sequence = sequence, Previous = previous };
        return linked with { Hash = Of(linked) };
    }

    /// <summary>As a JSON array no two different entries have the same text.</summary>
    public static string Of(AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[]
    {
        entry.Previous, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
        entry.Actor, entry.Action, entry.Subject, entry.Outcome, entry.Mapping, entry.Fields,
    })));
}
