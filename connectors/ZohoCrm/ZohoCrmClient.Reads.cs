using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

public sealed partial class ZohoCrmClient
{
    private const int PageSize = 200;
    private const int LargestQuery = 2_000;
    private const int MostQueried = 100_000;

    /// <summary>
    /// The records of a module, oldest change first, with <c>id</c> and <c>Modified_Time</c> beside the named fields; without
    /// line items, which only <see cref="GetAsync"/> shows. A record that changes meanwhile may come twice, the later time
    /// changed.
    /// </summary>
    /// <param name="module">The module's API name.</param>
    /// <param name="fields">Up to 48 API names.</param>
    /// <param name="modifiedSince">Only what changed then or later; null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IAsyncEnumerable<JsonElement> ListAsync(
        string module, IReadOnlyList<string> fields, DateTimeOffset? modifiedSince, CancellationToken cancellation = default) =>
        new CrmListing(api, Module(module), fields).ReadAsync(modifiedSince, cancellation);

    /// <summary>
    /// The records of up to 100 ids as <see cref="ListAsync"/> shows them; those that are not there, or not any more, are left
    /// out.
    /// </summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(
        string module, IReadOnlyList<string> ids, IReadOnlyList<string> fields, CancellationToken cancellation = default)
    {
        if (ids.Count == 0) return [];
        IReadOnlyList<(string, string?)> query =
            [("fields", CrmListing.Names(fields)), ("ids", string.Join(',', ids)), ("per_page", $"{PageSize}")];
        return await api.ListAsync("read records", $"/{Module(module)}", "data", query, cancellation);
    }

    /// <summary>
    /// What was deleted: <c>id</c>, <c>type</c> (recycle or permanent), <c>deleted_time</c>. Zoho remembers it for 60 days, or
    /// 120 when it was deleted for good. Records that were merged into another are among them.
    /// </summary>
    /// <param name="module">The module's API name.</param>
    /// <param name="since">Only what was deleted then or later; null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<JsonElement> ListDeletedAsync(
        string module, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var page = 1; ; page++)
        {
            var call = new ApiCall("list deleted records", HttpMethod.Get, Query.Path(
                $"/{Module(module)}/deleted", ("type", "all"), ("page", $"{page}"), ("per_page", $"{PageSize}")))
            { Headers = CrmListing.Since(since), Weight = 2 };
            if (await api.AskAsync(call, heavy: false, cancellation) is not { } answer) yield break;
            foreach (var row in answer.Items("data"))
                if (since is null || CrmTime.Read(row.Text("deleted_time")) is not { } at || at >= since) yield return row;
            if (answer.Member("info")?.Flag("more_records") != true) yield break;
        }
    }

    /// <summary>The rows of a query, page by page, up to 100,000.</summary>
    /// <exception cref="FailureException">The query is wrong, names an unknown field, or has more rows than Zoho gives.</exception>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        CrmQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var offset = 0;
        for (var size = PageSize; ; size = LargestQuery)
        {
            if (await PageAsync(query, offset, size, cancellation) is not { } answer) yield break;
            var rows = 0;
            foreach (var row in answer.Items("data"))
            {
                rows++;
                yield return row;
            }
            offset += rows;
            if (rows == 0 || answer.Member("info")?.Flag("more_records") != true) yield break;
            if (offset >= MostQueried) throw new FailureException(TooMany());
        }
    }

    /// <summary>The one record with a value in a field; null when there is none.</summary>
    /// <exception cref="FailureException">Several have it: Conflict with code <c>several-records</c>.</exception>
    public async Task<JsonElement?> FindAsync(
        string module, string field, string value, IReadOnlyList<string> fields, CancellationToken cancellation = default)
    {
        var where = $"{Coql.RequireName(field)} = {Coql.Text(value)}";
        var answer = await PageAsync(new CrmQuery(module, fields, where, null), 0, 2, cancellation);
        IReadOnlyList<JsonElement> found = answer is { } page ? [.. page.Items("data")] : [];
        return found.Count switch
        {
            0 => null,
            1 => found[0],
            _ => throw new FailureException(new Failure(
                FailureClass.Conflict, ZohoCrmOptions.Id, "find a record", "several-records",
                $"Several records of {module} hold the same value in {field}.",
                $"Merge them in the CRM, and mark {field} as unique (Do not allow duplicate values).")
            { Field = field }),
        };
    }

    private Task<JsonElement?> PageAsync(CrmQuery query, int offset, int size, CancellationToken cancellation)
    {
        var call = new ApiCall("query records", HttpMethod.Post, "/coql")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new { select_query = Coql.Page(query, offset, size) }),
            Repeatable = true, ReadOnly = true, Weight = size switch { <= 200 => 1, <= 1000 => 2, _ => 3 },
        };
        return api.AskAsync(call, heavy: true, cancellation);
    }

    private static Failure TooMany() => new(
        FailureClass.Permanent, ZohoCrmOptions.Id, "query records", CrmQuery.TooManyRows,
        $"The query has more than {MostQueried} rows.", "Narrow it, or read the module with ListAsync.");
}
