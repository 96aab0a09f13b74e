using System.Text.Json;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Queues;

/// <summary>The queues themselves, within one session.</summary>
internal readonly struct QueueRows(StoreSession session)
{
    public long? Find(string queue) => session.Number("SELECT id FROM azure_queues WHERE name = $1", queue);

    public bool Create(string queue, IDictionary<string, string>? metadata)
    {
        var text = Text(metadata ?? new Dictionary<string, string>());
        var existing = session.Scalar("SELECT metadata FROM azure_queues WHERE name = $1", queue);
        if (existing is null)
        {
            session.Execute("INSERT INTO azure_queues (name, metadata, messages) VALUES ($1, $2, 0)", queue, text);
            return true;
        }
        return (string)existing == text ? false : throw QueueErrors.QueueAlreadyExists();
    }

    public bool Delete(string queue)
    {
        if (Find(queue) is not { } id) return false;
        session.Execute("DELETE FROM azure_messages WHERE queue = $1", id);
        session.Execute("DELETE FROM azure_queues WHERE id = $1", id);
        return true;
    }

    public List<StoredQueue> List(string prefix) => session.Query(
        "SELECT name, metadata, messages FROM azure_queues WHERE substr(name, 1, length($1)) = $1 ORDER BY name", Read, prefix);

    public StoredQueue Describe(string queue) =>
        session.First("SELECT name, metadata, messages FROM azure_queues WHERE name = $1", Read, queue)
        ?? throw QueueErrors.QueueNotFound();

    public bool SetMetadata(string queue, IDictionary<string, string> metadata) =>
        session.Execute("UPDATE azure_queues SET metadata = $2 WHERE name = $1", queue, Text(metadata)) == 1
            ? true
            : throw QueueErrors.QueueNotFound();

    private static string Text(IDictionary<string, string> metadata) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(metadata, StringComparer.OrdinalIgnoreCase));

    private static StoredQueue Read(StoreRow row) => new(
        row.GetString(0),
        new Dictionary<string, string>(
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(1))!, StringComparer.OrdinalIgnoreCase),
        row.GetInt64(2));
}
