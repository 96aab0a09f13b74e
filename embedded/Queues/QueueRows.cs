using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Queues;

/// <summary>The queues themselves, within one session.</summary>
internal readonly struct QueueRows(StoreSession session)
{
    public long? Find(string queue) => session.Number("SELECT id FROM azure_queues WHERE name = $1", queue);

    public bool Create(string queue, QueueMetadata metadata)
    {
        var existing = session.Scalar("SELECT metadata FROM azure_queues WHERE name = $1", queue);
        if (existing is null)
        {
            session.Execute("INSERT INTO azure_queues (name, metadata, messages) VALUES ($1, $2, 0)", queue, metadata.Text);
            return true;
        }
        return metadata.Equals(QueueMetadata.Read((string)existing)) ? false : throw QueueErrors.QueueAlreadyExists();
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

    public bool SetMetadata(string queue, QueueMetadata metadata) =>
        session.Execute("UPDATE azure_queues SET metadata = $2 WHERE name = $1", queue, metadata.Text) == 1
            ? true
            : throw QueueErrors.QueueNotFound();

    private static StoredQueue Read(StoreRow row) => new(
        row.GetString(0), QueueMetadata.Read(row.GetString(1)).Values, row.GetInt64(2));
}
