using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Queues;

namespace Azure.Storage.Queues;

public partial class QueueClient
{
    private static readonly TimeSpan UsualLease = TimeSpan.FromSeconds(30);

    /// <summary>Sends a message.</summary>
    /// <param name="messageText">The body.</param>
    public virtual Response<SendReceipt> SendMessage(string messageText) => SendMessage(messageText, null);

    /// <inheritdoc cref="SendMessage(string)"/>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(string messageText) => SendMessageAsync(messageText, null);

    /// <summary>Sends a message.</summary>
    /// <param name="messageText">The body.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Response<SendReceipt> SendMessage(string messageText, CancellationToken cancellationToken = default) =>
        SendMessage(messageText, null, null, cancellationToken);

    /// <inheritdoc cref="SendMessage(string, CancellationToken)"/>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(string messageText,
        CancellationToken cancellationToken = default) =>
        SendMessageAsync(messageText, null, null, cancellationToken);

    /// <summary>Sends a message.</summary>
    /// <param name="messageText">The body.</param>
    /// <param name="visibilityTimeout">How long it stays hidden at first: up to 7 days, and shorter than it lives.</param>
    /// <param name="timeToLive">How long it lives: 7 days where none is given; for ever with minus one second.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">
    /// 404 <c>QueueNotFound</c>; 413 <c>RequestBodyTooLarge</c>; 400 <c>OutOfRangeQueryParameterValue</c>.
    /// </exception>
    public virtual Response<SendReceipt> SendMessage(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null,
            CancellationToken cancellationToken = default) =>
        SendMessageAsync(messageText, visibilityTimeout, timeToLive, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="SendMessage(string, TimeSpan?, TimeSpan?, CancellationToken)"/>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null,
            CancellationToken cancellationToken = default) =>
        SendMessageAsync(BinaryData.FromString(messageText ?? ""), visibilityTimeout, timeToLive, cancellationToken);

    /// <inheritdoc cref="SendMessage(string, TimeSpan?, TimeSpan?, CancellationToken)"/>
    public virtual Response<SendReceipt> SendMessage(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null,
            CancellationToken cancellationToken = default) =>
        SendMessageAsync(message, visibilityTimeout, timeToLive, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="SendMessage(string, TimeSpan?, TimeSpan?, CancellationToken)"/>
    public virtual async Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null,
            CancellationToken cancellationToken = default)
    {
        var sent = await Queues.SendAsync(Name, MessageText.Encode(message, options.MessageEncoding), visibilityTimeout,
            timeToLive, cancellationToken);
        return Response.FromValue(Messages.Sent(sent), Answer(201));
    }

    /// <summary>Updates a received message: hides it anew from now on, and replaces the body where one is given.</summary>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="popReceipt">The receipt of the last receipt or update.</param>
    /// <param name="messageText">The new body; the old one stays where none is given.</param>
    /// <param name="visibilityTimeout">How long it stays hidden, up to 7 days; not at all where none is given.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>MessageNotFound</c>; 400 <c>PopReceiptMismatch</c>.</exception>
    public virtual Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default,
            CancellationToken cancellationToken = default) =>
        UpdateMessageAsync(
            messageId, popReceipt, messageText is null ? null! : BinaryData.FromString(messageText), visibilityTimeout,
            cancellationToken);

    /// <inheritdoc cref="UpdateMessageAsync(string, string, string, TimeSpan, CancellationToken)"/>
    public virtual Response<UpdateReceipt> UpdateMessage(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default,
            CancellationToken cancellationToken = default) =>
        UpdateMessageAsync(messageId, popReceipt, messageText, visibilityTimeout, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="UpdateMessageAsync(string, string, string, TimeSpan, CancellationToken)"/>
    public virtual async Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, BinaryData message, TimeSpan visibilityTimeout = default,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        ArgumentNullException.ThrowIfNull(popReceipt);
        var text = message is null ? null : MessageText.Encode(message, options.MessageEncoding);
        var updated = await Queues.UpdateAsync(Name, messageId, popReceipt, text, visibilityTimeout, cancellationToken);
        return Response.FromValue(QueuesModelFactory.UpdateReceipt(updated.PopReceipt, updated.NextVisibleOn), Answer(204));
    }

    /// <inheritdoc cref="UpdateMessageAsync(string, string, string, TimeSpan, CancellationToken)"/>
    public virtual Response<UpdateReceipt> UpdateMessage(
        string messageId, string popReceipt, BinaryData message, TimeSpan visibilityTimeout = default,
            CancellationToken cancellationToken = default) =>
        UpdateMessageAsync(messageId, popReceipt, message, visibilityTimeout, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes a message.</summary>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="popReceipt">The receipt of the last receipt or update.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">
    /// 404 <c>MessageNotFound</c>; 400 <c>PopReceiptMismatch</c>: another has received it.
    /// </exception>
    public virtual async Task<Response> DeleteMessageAsync(string messageId, string popReceipt,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        ArgumentNullException.ThrowIfNull(popReceipt);
        await Queues.DeleteMessageAsync(Name, messageId, popReceipt, cancellationToken);
        return Answer(204);
    }

    /// <inheritdoc cref="DeleteMessageAsync"/>
    public virtual Response DeleteMessage(string messageId, string popReceipt, CancellationToken cancellationToken = default) =>
        DeleteMessageAsync(messageId, popReceipt, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes all messages.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>.</exception>
    public virtual async Task<Response> ClearMessagesAsync(CancellationToken cancellationToken = default)
    {
        await Queues.ClearAsync(Name, cancellationToken);
        return Answer(204);
    }

    /// <inheritdoc cref="ClearMessagesAsync"/>
    public virtual Response ClearMessages(CancellationToken cancellationToken = default) =>
        ClearMessagesAsync(cancellationToken).GetAwaiter().GetResult();
}
