using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Tests.Storage;

namespace Isthmus.Embedded.Tests.Queues;

/// <summary>The contract of Azure Queues, told in its official API alone. Each test has a queue of its own.</summary>
public abstract class QueueSuite : IAsyncLifetime
{
    protected TestAccount Account { get; } = new();

    protected QueueServiceClient Service { get; private set; } = null!;

    protected QueueClient Queue { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = new QueueServiceClient(Account.ConnectionString);
        Queue = Service.GetQueueClient("q" + Guid.NewGuid().ToString("N"));
        await Queue.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await Queue.DeleteIfExistsAsync();
        await Account.DisposeAsync();
    }

    protected QueueClient Encoded(QueueMessageEncoding encoding) =>
        new(Account.ConnectionString, Queue.Name, new QueueClientOptions { MessageEncoding = encoding });

    protected async Task<QueueMessage> ReceiveAsync(int seconds = 30) =>
        (await Queue.ReceiveMessageAsync(TimeSpan.FromSeconds(seconds))).Value
        ?? throw new InvalidOperationException("The queue gives no message.");

    protected static async Task RefusedAsync(int status, string code, Func<Task> act)
    {
        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }
}
