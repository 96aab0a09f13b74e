using System.Text.Json.Nodes;
using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>Answers remembered by idempotency key for 24 hours.</summary>
internal sealed class IdempotencyKeys(SandboxClock clock)
{
    private const long Kept = 24 * 3600;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = [];

    /// <summary>
    /// The remembered answer, or null when the caller now runs the request and must end it with Store or Forget.
    /// </summary>
    public StoredAnswer? Begin(string key, string request)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry) && clock.UnixSeconds - entry.Since < Kept)
            {
                if (entry.Request != request) throw Refuse.OtherParameters(key[(key.IndexOf(':') + 1)..]);
                return entry.Answer ?? throw Refuse.StillRunning(key[(key.IndexOf(':') + 1)..]);
            }
            entries[key] = new Entry(request, clock.UnixSeconds, null);
            return null;
        }
    }

    public void Store(string key, StoredAnswer answer) { lock (gate) entries[key] = entries[key] with { Answer = answer }; }

    public void Forget(string key) { lock (gate) entries.Remove(key); }

    public void Clear() { lock (gate) entries.Clear(); }

    public JsonArray Save()
    {
        lock (gate)
            return
            [
                .. entries.Where(e => e.Value.Answer is not null && clock.UnixSeconds - e.Value.Since < Kept).Select(e => new JsonObject
                {
                    ["key"] = e.Key, ["request"] = e.Value.Request, ["since"] = e.Value.Since, ["id"] = e.Value.Answer!.RequestId,
                    ["status"] = e.Value.Answer.Status, ["body"] = Convert.ToBase64String(e.Value.Answer.Body)
                })
            ];
    }

    public void Load(JsonNode? saved)
    {
        lock (gate)
            foreach (var entry in saved?.AsArray() ?? [])
                entries[Text(entry!, "key")] = new Entry(Text(entry!, "request"), entry!["since"]!.Long(), new StoredAnswer(
                    (int)entry["status"]!.Long(), Convert.FromBase64String(Text(entry, "body")), Text(entry, "id")));
    }

    private static string Text(JsonNode entry, string name) => entry[name]!.GetValue<string>();

    private sealed record Entry(string Request, long Since, StoredAnswer? Answer);
}

/// <summary>An answer as it went out first.</summary>
internal sealed record StoredAnswer(int Status, byte[] Body, string RequestId);
