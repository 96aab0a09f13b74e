namespace Isthmus.Embedded.Storage;

/// <summary>
/// Stands between callers and the writer where a test asks for it, to refuse a write or to die before or after it.
/// </summary>
internal interface IWriteFaults
{
    /// <summary>Lets the write happen, or not, and the caller hear of it, or not.</summary>
    Task<T> WriteAsync<T>(Func<Task<T>> write);
}
