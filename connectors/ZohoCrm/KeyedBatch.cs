using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// The records of an upsert that may be sent: an empty key would make a new record each time, and what Zoho does with one key
/// twice in a call nobody says.
/// </summary>
internal sealed class KeyedBatch
{
    private readonly CrmWrite?[] refused;

    public KeyedBatch(IReadOnlyList<JsonElement> records, string keyField)
    {
        refused = new CrmWrite?[records.Count];
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sent = new List<JsonElement>(records.Count);
        for (var at = 0; at < records.Count; at++)
        {
            var key = records[at].Text(keyField);
            if (string.IsNullOrWhiteSpace(key))
                refused[at] = Refuse(FailureClass.Bug, "key-missing", keyField, "The record has no key.");
            else if (!keys.Add(key.Trim()))
                refused[at] = Refuse(FailureClass.Conflict, "key-twice", keyField, "Another record of the same call has this key.");
            else
                sent.Add(records[at]);
        }
        Sent = sent;
    }

    public IReadOnlyList<JsonElement> Sent { get; }

    /// <summary>The results of those that were sent, with those that were not in their places.</summary>
    public IReadOnlyList<CrmWrite> Complete(IReadOnlyList<CrmWrite> results)
    {
        var next = 0;
        return [.. refused.Select(each => each ?? results[next++])];
    }

    private static CrmWrite Refuse(FailureClass kind, string code, string field, string message) => new(null, false, new Failure(
        kind, ZohoCrmOptions.Id, "upsert records", code, message,
        "Keys differ by more than upper and lower case; give each record its own.")
    { Field = field });
}
