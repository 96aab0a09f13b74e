using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Queues;

namespace Azure.Storage.Queues;

public partial class QueueClient
{
    /// <summary>Receives one message and hides it for 30 seconds.</summary>
    public virtual Response<QueueMessage[]> ReceiveMessages() => ReceiveMessages(null);

    /// <inheritdoc cref="ReceiveMessages()"/>
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync() => ReceiveMessagesAsync(null);

    /// <summary>Receives one message and hides it for 30 seconds.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Response<QueueMessage[]> ReceiveMessages(CancellationToken cancellationToken = default) =>
        ReceiveMessages(null, null, cancellationToken);

    /// <inheritdoc cref="ReceiveMessages(CancellationToken)"/>
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync(CancellationToken cancellationToken = default) =>
        ReceiveMessagesAsync(null, null, cancellationToken);

    /// <summary>Receives messages and hides them.</summary>
    /// <param name="maxMessages">At most so many, 1 to 32; one where no number is given.</param>
    /// <param name="visibilityTimeout">How long they stay hidden: 1 second to 7 days; 30 seconds where none is given.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>; 400 <c>OutOfRangeQueryParameterValue</c>.</exception>
    /// <exception cref="FormatException">A text is not encoded as the options say, and nobody handles that event.</exception>
    public virtual Response<QueueMessage[]> ReceiveMessages(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) =>
        ReceiveAsync(maxMessages ?? 1, visibilityTimeout, synchronously: true, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="ReceiveMessages(int?, TimeSpan?, CancellationToken)"/>
    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) =>
        ReceiveAsync(maxMessages ?? 1, visibilityTimeout, synchronously: false, cancellationToken);

    /// <summary>Receives a message and hides it; the value is null where there is none.</summary>
    /// <param name="visibilityTimeout">How long it stays hidden: 1 second to 7 days; 30 seconds where none is given.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Response<QueueMessage?> ReceiveMessage(TimeSpan? visibilityTimeout = null,
        CancellationToken cancellationToken = default) =>
        First(ReceiveMessages(1, visibilityTimeout, cancellationToken));

    /// <inheritdoc cref="ReceiveMessage"/>
    public virtual async Task<Response<QueueMessage?>> ReceiveMessageAsync(
        TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) =>
        First(await ReceiveMessagesAsync(1, visibilityTimeout, cancellationToken));

    /// <summary>Looks at messages and leaves them as they are.</summary>
    /// <param name="maxMessages">At most so many, 1 to 32; one where no number is given.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>; 400 <c>OutOfRangeQueryParameterValue</c>.</exception>
    public virtual Response<PeekedMessage[]> PeekMessages(int? maxMessages = null,
        CancellationToken cancellationToken = default) =>
        PeekAsync(maxMessages ?? 1, synchronously: true, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="PeekMessages"/>
    public virtual Task<Response<PeekedMessage[]>> PeekMessagesAsync(int? maxMessages = null,
        CancellationToken cancellationToken = default) =>
        PeekAsync(maxMessages ?? 1, synchronously: false, cancellationToken);

    /// <summary>Looks at the next message; the value is null where there is none.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Response<PeekedMessage?> PeekMessage(CancellationToken cancellationToken = default) =>
        First(PeekMessages(1, cancellationToken));

    /// <inheritdoc cref="PeekMessage"/>
    public virtual async Task<Response<PeekedMessage?>> PeekMessageAsync(CancellationToken cancellationToken = default) =>
        First(await PeekMessagesAsync(1, cancellationToken));

    /// <summary>Called for each message that could not be decoded; raises the event of the options.</summary>
    /// <param name="receivedMessage">The message, where it was received.</param>
    /// <param name="peekedMessage">The message, where it was peeked.</param>
    /// <param name="isRunningSynchronously">Whether a synchronous method met it.</param>
    /// <param name="cancellationToken">The token of that call.</param>
    protected virtual async Task OnMessageDecodingFailedAsync(
        QueueMessage? receivedMessage, PeekedMessage? peekedMessage, bool isRunningSynchronously,
            CancellationToken cancellationToken)
    {
        if (options.DecodingFailed is { } handle)
            await handle(new(this, receivedMessage, peekedMessage, isRunningSynchronously, cancellationToken));
    }

    private static Response<T?> First<T>(Response<T[]> many) where T : class =>
        Response.FromValue(many.Value.FirstOrDefault(), many.GetRawResponse());

    private async Task<Response<QueueMessage[]>> ReceiveAsync(int most, TimeSpan? lease, bool synchronously,
        CancellationToken cancellation)
    {
        var stored = await Queues.ReceiveAsync(Name, most, lease ?? UsualLease, cancellation);
        return Response.FromValue(await DecodeAsync(stored, Messages.Received,
            undecoded => OnMessageDecodingFailedAsync(undecoded, null, synchronously, cancellation)), Answer(200));
    }

    private async Task<Response<PeekedMessage[]>> PeekAsync(int most, bool synchronously, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var stored = Queues.Peek(Name, most);
        return Response.FromValue(await DecodeAsync(stored, Messages.Peeked,
            undecoded => OnMessageDecodingFailedAsync(null, undecoded, synchronously, cancellation)), Answer(200));
    }

    private async Task<T[]> DecodeAsync<T>(List<StoredMessage> stored, Func<StoredMessage, BinaryData, T> make,
        Func<T, Task> undecodable)
    {
        var decoded = new List<T>(stored.Count);
        foreach (var message in stored)
        {
            if (MessageText.TryDecode(message.Text, options.MessageEncoding) is { } body) decoded.Add(make(message, body));
            else if (options.DecodingFailed is not null) await undecodable(make(message, BinaryData.FromString(message.Text)));
            else throw new FormatException("A message is not encoded in Base64, as the options of this QueueClient say.");
        }
        return [.. decoded];
    }
}
