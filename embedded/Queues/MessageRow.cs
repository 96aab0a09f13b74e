using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Queues;

/// <summary>A row of the message table; times in UTC ticks.</summary>
internal sealed record MessageRow(long Id, long Visible, long Expires, long Inserted, long Dequeued, long Receipt, string Body)
{
    public const string Columns = "id, visible, expires, inserted, dequeued, receipt, body";

    public string MessageId => MessageIds.Of(Id, Inserted);

    public string PopReceipt => MessageIds.Receipt(Id, Receipt);

    public static MessageRow Read(StoreRow row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetString(6));

    public StoredMessage ToMessage() => new(
        MessageId, PopReceipt, Body, Dequeued, new(Inserted, TimeSpan.Zero), new(Expires, TimeSpan.Zero),
            new(Visible, TimeSpan.Zero));
}
