using System.Text.Json;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Sage300;

public sealed partial class Sage300Client
{
    /// <summary>
    /// Creates a record; the stored one comes back, with what Sage numbered and filled in. Sage enters the members in the order of
    /// the body: keys first, then what brings defaults, then the rest. Never repeated by itself once it may have had its effect:
    /// look for the record by its key before another try.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="body">The record as JSON, in the order in which it is to be entered.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="Core.Failures.FailureException">Among others <c>RecordDuplicate</c>: the key is taken.</exception>
    public async Task<JsonElement> PostAsync(
        string module, string resource, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        (await transport.WriteAsync(module, new ApiCall($"create {resource}", HttpMethod.Post,
            Sage300Paths.Resource(company, module, resource)) { Body = body }, cancellation)).Json!.Value;

    /// <summary>
    /// Changes the named members of a record. Details are changed by their keys; each may carry an <c>UpdateOperation</c>.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="key">Its key, as <see cref="Sage300Key"/> writes it.</param>
    /// <param name="body">What is to change, in the order in which it is to be entered.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task PatchAsync(
        string module, string resource, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        transport.WriteAsync(module, new ApiCall($"update {resource}", HttpMethod.Patch,
            Sage300Paths.Record(company, module, resource, key))
        {
            Body = body,
            // A detail that was inserted or deleted cannot be once more.
            Repeatable = body.Span.IndexOf("\"UpdateOperation\""u8) < 0,
        }, cancellation);
}
