using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Isthmus.Functions.Loads;

namespace Isthmus.Functions.MasterData;

/// <summary>Carries one record of a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Key">The record's own key.</param>
/// <param name="Choice">
/// What a person decided about a record that the CRM may have already: the id of the CRM's record that it is, <c>best</c> for the
/// likeliest, <c>new</c>, or <c>leave</c>. Null before that.
/// </param>
public sealed record MasterRecordInput(string Flow, string Key, string? Choice = null)
{
    private const int LongestId = 100;

    /// <summary>It is the likeliest of the CRM's records that it is like.</summary>
    public const string Best = "best";

    /// <summary>It is none of the CRM's records.</summary>
    public const string New = "new";

    /// <summary>It stays out of the CRM.</summary>
    public const string Leave = "leave";

    /// <summary>The business key of its run.</summary>
    [JsonIgnore]
    public string BusinessKey => $"{Flow}|{Key}";

    /// <summary>Its run's id.</summary>
    [JsonIgnore]
    public string RunId => $"crm-{Flow}-{RefusedRecords.Safe(Key)}" is { Length: <= LongestId } id ? id
        : $"crm-{Flow}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..32]}";

    /// <summary>The record that a business key names.</summary>
    public static MasterRecordInput OfBusinessKey(string key) =>
        key.IndexOf('|', StringComparison.Ordinal) is var at && at > 0 ? new(key[..at], key[(at + 1)..]) : new("", key);
}

/// <summary>What came of one record.</summary>
/// <param name="Words">For people.</param>
/// <param name="Ignored">True where nothing was to be done.</param>
/// <param name="Review">What a person has to decide; null where nothing.</param>
public sealed record MasterCarried(string Words, bool Ignored = false, string? Review = null);
