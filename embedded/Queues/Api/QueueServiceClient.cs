using Azure.Core;
using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;

namespace Azure.Storage.Queues;

/// <summary>Works on the queues of an account.</summary>
public class QueueServiceClient
{
    private const int QueuesAPage = 5000;
    private readonly LocalAccount account = null!;
    private readonly QueueClientOptions? options;

    /// <summary>For mocking.</summary>
    protected QueueServiceClient()
    {
    }

    /// <summary>A client of an account.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    public QueueServiceClient(string connectionString) : this(connectionString, null)
    {
    }

    /// <summary>A client of an account.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    /// <param name="options">How the messages of its queues are encoded.</param>
    public QueueServiceClient(string connectionString, QueueClientOptions? options)
    {
        account = LocalAccount.Parse(connectionString);
        this.options = options;
        Uri = Root(account, null);
    }

    /// <summary>A client of the development account.</summary>
    /// <param name="serviceUri">The address of the account's queues.</param>
    /// <param name="credential">A credential; nothing here asks for its token.</param>
    /// <param name="options">How the messages of its queues are encoded.</param>
    public QueueServiceClient(Uri serviceUri, TokenCredential credential, QueueClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        account = LocalAccount.At(serviceUri);
        this.options = options;
        Uri = Root(account, serviceUri);
    }

    /// <summary>The name of the account.</summary>
    public virtual string AccountName => account.Name;

    /// <summary>The address of the account's queues.</summary>
    public virtual Uri Uri { get; } = null!;

    private QueueStore Queues => QueueStore.Of(account.Store);

    /// <summary>A client of one queue; it need not exist yet.</summary>
    /// <param name="queueName">The name of the queue.</param>
    public virtual QueueClient GetQueueClient(string queueName) => new(account, queueName, options, new Uri(Uri, queueName));

    /// <summary>Creates a queue.</summary>
    /// <param name="queueName">The name of the queue.</param>
    /// <param name="metadata">Names and values to keep with it.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">
    /// 409 <c>QueueAlreadyExists</c>: it has other metadata; 400 for a name that is none.
    /// </exception>
    public virtual async Task<Response<QueueClient>> CreateQueueAsync(
        string queueName, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        var queue = GetQueueClient(queueName);
        return Response.FromValue(queue, await queue.CreateAsync(metadata, cancellationToken));
    }

    /// <inheritdoc cref="CreateQueueAsync"/>
    public virtual Response<QueueClient> CreateQueue(
        string queueName, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        CreateQueueAsync(queueName, metadata, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes a queue with all messages.</summary>
    /// <param name="queueName">The name of the queue.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>.</exception>
    public virtual Task<Response> DeleteQueueAsync(string queueName, CancellationToken cancellationToken = default) =>
        GetQueueClient(queueName).DeleteAsync(cancellationToken);

    /// <inheritdoc cref="DeleteQueueAsync"/>
    public virtual Response DeleteQueue(string queueName, CancellationToken cancellationToken = default) =>
        GetQueueClient(queueName).Delete(cancellationToken);

    /// <summary>The queues of the account, in order of their names.</summary>
    /// <param name="traits">Whether their metadata are told.</param>
    /// <param name="prefix">What the names begin with.</param>
    /// <param name="cancellationToken">Gives up before a page is fetched.</param>
    public virtual Pageable<QueueItem> GetQueues(
        QueueTraits traits = QueueTraits.None, string? prefix = null, CancellationToken cancellationToken = default) =>
        Source(traits, prefix ?? "", cancellationToken).Pages;

    /// <inheritdoc cref="GetQueues"/>
    public virtual AsyncPageable<QueueItem> GetQueuesAsync(
        QueueTraits traits = QueueTraits.None, string? prefix = null, CancellationToken cancellationToken = default) =>
        Source(traits, prefix ?? "", cancellationToken).AsyncPages;

    internal static Uri Root(LocalAccount account, Uri? endpoint) =>
        new((endpoint?.AbsoluteUri ?? $"http://127.0.0.1:10001/{account.Name}").TrimEnd('/') + "/");

    private PageSource<QueueItem> Source(QueueTraits traits, string prefix, CancellationToken cancellation) => new(
        (after, size) =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (size < 1) throw QueueErrors.OutOfRange("maxresults");
            var most = Math.Min(size ?? QueuesAPage, QueuesAPage);
            var rest = Queues.List(prefix).Where(q => string.CompareOrdinal(q.Name, after ?? "") > 0).Take(most + 1).ToList();
            var items = rest.Take(most).Select(q => Item(q, traits)).ToList();
            return Page<QueueItem>.FromValues(
                items, rest.Count > most ? items[^1].Name : null, new ServiceResponse(200, account.Store.Time.GetUtcNow()));
        },
        null);

    private static QueueItem Item(StoredQueue queue, QueueTraits traits) =>
        QueuesModelFactory.QueueItem(queue.Name, traits.HasFlag(QueueTraits.Metadata) ? queue.Metadata : null);
}
