namespace Isthmus.Embedded.Queues;

/// <summary>A queue with its metadata and the number of messages in it, hidden ones included.</summary>
internal sealed record StoredQueue(string Name, IDictionary<string, string> Metadata, long Messages);
