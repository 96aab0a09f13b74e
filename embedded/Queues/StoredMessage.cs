namespace Isthmus.Embedded.Queues;

/// <summary>A message as the queue holds it: its text stands exactly as it was sent, encoded or plain.</summary>
/// <param name="Id">The message id, a GUID in text.</param>
/// <param name="PopReceipt">Entitles to update or delete it, until it is received again.</param>
/// <param name="Text">The text of the message.</param>
/// <param name="DequeueCount">How often it was received, this time included.</param>
/// <param name="InsertedOn">When it was sent.</param>
/// <param name="ExpiresOn">When it vanishes.</param>
/// <param name="NextVisibleOn">When it can be received again.</param>
internal sealed record StoredMessage(
    string Id,
    string PopReceipt,
    string Text,
    long DequeueCount,
    DateTimeOffset InsertedOn,
    DateTimeOffset ExpiresOn,
    DateTimeOffset NextVisibleOn);
