using Azure.Core;
using Azure.Storage.Queues.Models;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;

namespace Azure.Storage.Queues;

/// <summary>
/// Works on one queue. Refusals are <see cref="RequestFailedException"/> with the status and error code of Azure Queues
/// (learn.microsoft.com/rest/api/storageservices/queue-service-error-codes).
/// </summary>
public partial class QueueClient
{
    private readonly LocalAccount account = null!;
    private readonly QueueClientOptions options = new();

    /// <summary>For mocking.</summary>
    protected QueueClient()
    {
    }

    /// <summary>A client of a queue that sends plain text.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    /// <param name="queueName">The name of the queue.</param>
    public QueueClient(string connectionString, string queueName) : this(connectionString, queueName, new QueueClientOptions())
    {
    }

    /// <summary>A client of a queue.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    /// <param name="queueName">The name of the queue.</param>
    /// <param name="options">How messages are encoded.</param>
    public QueueClient(string connectionString, string queueName, QueueClientOptions? options)
        : this(LocalAccount.Parse(connectionString), queueName, options, null)
    {
    }

    /// <summary>A client of a queue of the development account.</summary>
    /// <param name="queueUri">The address of the queue; its last part is the name.</param>
    /// <param name="credential">A credential; nothing here asks for its token.</param>
    /// <param name="options">How messages are encoded.</param>
    public QueueClient(Uri queueUri, TokenCredential credential, QueueClientOptions? options = null)
        : this(LocalAccount.At(queueUri), queueUri.Segments[^1].Trim('/'), options, queueUri) =>
            ArgumentNullException.ThrowIfNull(credential);

    internal QueueClient(LocalAccount account, string queueName, QueueClientOptions? options, Uri? uri)
    {
        ArgumentException.ThrowIfNullOrEmpty(queueName);
        this.account = account;
        this.options = options ?? new QueueClientOptions();
        Name = queueName;
        Uri = uri ?? new Uri(QueueServiceClient.Root(account, null), queueName);
    }

    /// <summary>The name of the queue.</summary>
    public virtual string Name { get; } = null!;

    /// <summary>The name of the account.</summary>
    public virtual string AccountName => account.Name;

    /// <summary>The address of the queue.</summary>
    public virtual Uri Uri { get; } = null!;

    /// <summary>The largest text of a message, 65,536 bytes; in Base64 a body of 49,152 bytes fills it.</summary>
    public virtual int MessageMaxBytes => QueueRules.MessageBytes;

    /// <summary>The most messages that one call peeks at.</summary>
    public virtual int MaxPeekableMessages => QueueRules.MessagesAtOnce;

    /// <summary>The service refuses a name that is none whatever is asked of it.</summary>
    private QueueStore Queues
    {
        get
        {
            QueueRules.CheckName(Name);
            return QueueStore.Of(account.Store);
        }
    }

    /// <summary>Creates the queue; status 204 where it is there with the same metadata.</summary>
    /// <param name="metadata">Names and values to keep with it.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">
    /// 409 <c>QueueAlreadyExists</c>: it has other metadata; 400 for a name that is none.
    /// </exception>
    public virtual async Task<Response> CreateAsync(
        IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        Answer(await Queues.CreateAsync(Name, metadata, cancellationToken) ? 201 : 204);

    /// <inheritdoc cref="CreateAsync"/>
    public virtual Response Create(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        CreateAsync(metadata, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Creates the queue where it is missing; null where it was there.</summary>
    /// <param name="metadata">Names and values to keep with it.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual async Task<Response?> CreateIfNotExistsAsync(
        IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        try { return await Queues.CreateAsync(Name, metadata, cancellationToken) ? Answer(201) : null; }
        catch (RequestFailedException present) when (present.ErrorCode == QueueErrorCode.QueueAlreadyExists) { return null; }
    }

    /// <inheritdoc cref="CreateIfNotExistsAsync"/>
    public virtual Response? CreateIfNotExists(IDictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default) =>
        CreateIfNotExistsAsync(metadata, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Whether the queue is there; where it is not there is no raw response.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Response<bool> Exists(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var exists = Queues.Exists(Name);
        return Response.FromValue(exists, exists ? Answer(200) : null!);
    }

    /// <inheritdoc cref="Exists"/>
    public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        Later(() => Exists(cancellationToken));

    /// <summary>Deletes the queue with all messages.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>.</exception>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await Queues.DeleteAsync(Name, cancellationToken) ? Answer(204) : throw QueueErrors.QueueNotFound();

    /// <inheritdoc cref="DeleteAsync"/>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        DeleteAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes the queue with all messages; false, without a raw response, where there was none.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(CancellationToken cancellationToken = default)
    {
        var deleted = await Queues.DeleteAsync(Name, cancellationToken);
        return Response.FromValue(deleted, deleted ? Answer(204) : null!);
    }

    /// <inheritdoc cref="DeleteIfExistsAsync"/>
    public virtual Response<bool> DeleteIfExists(CancellationToken cancellationToken = default) =>
        DeleteIfExistsAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>The metadata of the queue and how full it is.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>.</exception>
    public virtual Response<QueueProperties> GetProperties(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var queue = Queues.Describe(Name);
        return Response.FromValue(QueuesModelFactory.QueueProperties(queue.Metadata, queue.Messages), Answer(200));
    }

    /// <inheritdoc cref="GetProperties"/>
    public virtual Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default) =>
        Later(() => GetProperties(cancellationToken));

    /// <summary>Replaces the metadata of the queue.</summary>
    /// <param name="metadata">Names and values.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>QueueNotFound</c>; 400 <c>InvalidMetadata</c>.</exception>
    public virtual async Task<Response> SetMetadataAsync(IDictionary<string, string> metadata,
        CancellationToken cancellationToken = default)
    {
        await Queues.SetMetadataAsync(Name, metadata, cancellationToken);
        return Answer(204);
    }

    /// <inheritdoc cref="SetMetadataAsync"/>
    public virtual Response SetMetadata(IDictionary<string, string> metadata, CancellationToken cancellationToken = default) =>
        SetMetadataAsync(metadata, cancellationToken).GetAwaiter().GetResult();

    private static Task<T> Later<T>(Func<T> read)
    {
        try { return Task.FromResult(read()); }
        catch (Exception failure) { return Task.FromException<T>(failure); }
    }

    private ServiceResponse Answer(int status) => new(status, account.Store.Time.GetUtcNow());
}
