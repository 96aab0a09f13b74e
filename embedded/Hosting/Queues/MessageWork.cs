using Azure;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Invocation;
using Isthmus.Embedded.Hosting.Settings;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>
/// Works on one message: calls the function, then deletes it, lets it come again, or moves it to the poison queue.
/// </summary>
internal sealed partial class MessageWork(
    FunctionEntry entry, string queue, QueueStore queues, QueueSettings settings, FunctionInvoker invoker, TimeProvider time, ILogger log)
{
    private readonly string poison = $"{queue}-poison";

    /// <summary>Never fails; a message that could be neither deleted nor moved is delivered again when its lease ends.</summary>
    public async Task RunAsync(StoredMessage message, CancellationToken stopping)
    {
        try
        {
            var body = MessageBody.Decode(message.Text, settings.MessageEncoding);
            if (body is null) LogUndecodable(log, message.Id, queue, settings.MessageEncoding, poison);
            if (body is null || message.DequeueCount > settings.MaxDequeueCount)
                await queues.MoveAsync(queue, message.Id, message.PopReceipt, poison, CancellationToken.None);
            else
                await CallAsync(message, body, stopping);
        }
        catch (Exception failure) when (failure is RequestFailedException or StoreUnavailableException or ObjectDisposedException)
        {
            LogNotSettled(log, failure, message.Id, queue);
        }
    }

    private async Task CallAsync(StoredMessage message, BinaryData body, CancellationToken stopping)
    {
        var lease = new Lease(queues, queue, message, time);
        var input = new QueueInput(message, body);
        var succeeded = await SucceedsAsync(new Call(Call.NewId(), input, input.Data()), stopping);
        await lease.DisposeAsync();
        if (succeeded) await queues.DeleteMessageAsync(queue, message.Id, lease.PopReceipt, CancellationToken.None);
        else if (message.DequeueCount < settings.MaxDequeueCount)
            await queues.UpdateAsync(queue, message.Id, lease.PopReceipt, null, settings.VisibilityTimeout, CancellationToken.None);
        else
        {
            LogPoison(log, message.Id, queue, message.DequeueCount, poison);
            await queues.MoveAsync(queue, message.Id, lease.PopReceipt, poison, CancellationToken.None);
        }
    }

    private async Task<bool> SucceedsAsync(Call call, CancellationToken stopping)
    {
        try
        {
            await invoker.InvokeAsync(entry, call, stopping);
            return true;
        }
        catch (Exception)
        {
            // The invoker has logged it.
            return false;
        }
    }

    [LoggerMessage(20, LogLevel.Error,
        "Message {MessageId} of queue '{Queue}' is not {Encoding} as host.json's messageEncoding says: moved to '{Poison}'.")]
    private static partial void LogUndecodable(ILogger logger, string messageId, string queue, QueueEncoding encoding, string poison);

    [LoggerMessage(21, LogLevel.Error, "Message {MessageId} of queue '{Queue}' failed {DequeueCount} times: moved to '{Poison}'.")]
    private static partial void LogPoison(ILogger logger, string messageId, string queue, long dequeueCount, string poison);

    [LoggerMessage(22, LogLevel.Warning, "Message {MessageId} of queue '{Queue}' could not be settled; it will be delivered again.")]
    private static partial void LogNotSettled(ILogger logger, Exception failure, string messageId, string queue);
}
