using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Queues;

/// <summary>The messages of the queues, within one session.</summary>
internal readonly struct MessageRows(StoreSession session, TimeProvider time)
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromDays(7);

    private readonly long now = time.GetUtcNow().UtcTicks;

    public StoredMessage Send(string queue, string text, TimeSpan hidden, TimeSpan? timeToLive)
    {
        var life = timeToLive ?? DefaultLife;
        var expires = QueueRules.IsForEver(life) || life.Ticks > DateTime.MaxValue.Ticks - now
            ? DateTime.MaxValue.Ticks : now + life.Ticks;
        return Insert(Require(queue), text, now + hidden.Ticks, expires).ToMessage();
    }

    public List<StoredMessage> Receive(string queue, int max, TimeSpan hidden)
    {
        var id = Require(queue);
        var taken = new List<StoredMessage>();
        for (var more = true; more && taken.Count < max;)
        {
            more = false;
            foreach (var row in Due(id, max - taken.Count))
            {
                // The order of visibility brings the expired ones up as well: this is where they leave the store.
                if (row.Expires <= now) more = Remove(id, row.Id);
                else taken.Add(Take(row, hidden));
            }
        }
        return taken;
    }

    public List<StoredMessage> Peek(string queue, int max) => session.Query(
        $"""
        SELECT {MessageRow.Columns} FROM azure_messages
        WHERE queue = $1 AND visible <= $2 AND expires > $2 ORDER BY visible, id LIMIT $3
        """, MessageRow.Read, Require(queue), now, max).ConvertAll(row => row.ToMessage());

    public StoredMessage Update(string queue, string messageId, string popReceipt, string? text, TimeSpan hidden)
    {
        var row = Owned(queue, messageId, popReceipt);
        if (now + hidden.Ticks > row.Expires) throw QueueErrors.OutOfRange("visibilitytimeout");
        var updated = row with { Visible = now + hidden.Ticks, Receipt = row.Receipt + 1, Body = text ?? row.Body };
        session.Execute("UPDATE azure_messages SET visible = $2, receipt = $3 WHERE id = $1", updated.Id, updated.Visible,
            updated.Receipt);
        if (text is not null) session.Execute("UPDATE azure_messages SET body = $2 WHERE id = $1", updated.Id, text);
        return updated.ToMessage();
    }

    public bool Delete(string queue, string messageId, string popReceipt) =>
        Remove(Require(queue), Owned(queue, messageId, popReceipt).Id);

    public bool Move(string queue, string messageId, string popReceipt, string target)
    {
        var row = Owned(queue, messageId, popReceipt);
        if (new QueueRows(session).Find(target) is null) new QueueRows(session).Create(target, QueueMetadata.None);
        Insert(Require(target), row.Body, now, DateTime.MaxValue.Ticks);
        return Remove(Require(queue), row.Id);
    }

    public bool Clear(string queue)
    {
        var id = Require(queue);
        session.Execute("DELETE FROM azure_messages WHERE queue = $1", id);
        session.Execute("UPDATE azure_queues SET messages = 0 WHERE id = $1", id);
        return true;
    }

    public DateTimeOffset? NextVisible(string queue)
    {
        if (new QueueRows(session).Find(queue) is not { } id) return null;
        var visible = session.Scalar(
            "SELECT visible FROM azure_messages WHERE queue = $1 AND expires > $2 ORDER BY visible LIMIT 1", id, now);
        return visible is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    private long Require(string queue) => new QueueRows(session).Find(queue) ?? throw QueueErrors.QueueNotFound();

    private List<MessageRow> Due(long queue, int max) => session.Query(
        $"SELECT {MessageRow.Columns} FROM azure_messages WHERE queue = $1 AND visible <= $2 ORDER BY visible, id LIMIT $3",
        MessageRow.Read, queue, now, max);

    private StoredMessage Take(MessageRow row, TimeSpan hidden)
    {
        var taken = row with { Visible = now + hidden.Ticks, Dequeued = row.Dequeued + 1, Receipt = row.Receipt + 1 };
        session.Execute("UPDATE azure_messages SET visible = $2, dequeued = $3, receipt = $4 WHERE id = $1",
            taken.Id, taken.Visible, taken.Dequeued, taken.Receipt);
        return taken.ToMessage();
    }

    private MessageRow Owned(string queue, string messageId, string popReceipt)
    {
        var id = Require(queue);
        if (MessageIds.Row(messageId) is not { } message) throw QueueErrors.MessageNotFound();
        var row = session.First(
            $"SELECT {MessageRow.Columns} FROM azure_messages WHERE id = $1 AND queue = $2 AND expires > $3",
            MessageRow.Read, message, id, now);
        if (row is null || row.MessageId != messageId) throw QueueErrors.MessageNotFound();
        return row.PopReceipt == popReceipt ? row : throw QueueErrors.PopReceiptMismatch();
    }

    private MessageRow Insert(long queue, string text, long visible, long expires)
    {
        var id = session.Number(
            """
            INSERT INTO azure_messages (queue, visible, expires, inserted, dequeued, receipt, body)
            VALUES ($1, $2, $3, $4, 0, 0, $5) RETURNING id
            """, queue, visible, expires, now, text)!.Value;
        session.Execute("UPDATE azure_queues SET messages = messages + 1 WHERE id = $1", queue);
        return new MessageRow(id, visible, expires, now, 0, 0, text);
    }

    private bool Remove(long queue, long message)
    {
        session.Execute("UPDATE azure_queues SET messages = messages - 1 WHERE id = $1", queue);
        return session.Execute("DELETE FROM azure_messages WHERE id = $1", message) == 1;
    }
}
