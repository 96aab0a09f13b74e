using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>One page of rows as the agent gave it.</summary>
/// <param name="Rows">The rows, whole.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
internal sealed record SageRowPage(IReadOnlyList<JsonElement> Rows, string? Next);

/// <summary>Reads the rows of one object page by page: all of them, or those that changed, by whatever trace.</summary>
internal sealed class SageRows(SageAgentClient sage, string table, string[] keys, params SageTrace[] traces)
{
    // The agent's own limit of a page.
    private const int Largest = 1000;

    public Task<SageRowPage> PageAsync(SourceQuery query, CancellationToken cancellation) => PageAsync(query, null, cancellation);

    /// <summary>As the other; of everything only what was stamped since then, and what documents may still move.</summary>
    public async Task<SageRowPage> PageAsync(SourceQuery query, DateTimeOffset? stampedSince, CancellationToken cancellation)
    {
        await RequireAsync(table, cancellation);
        var cursor = SageCursor.Read(query.After);
        SageTrace[] followed = query.Since is not null ? traces
            : [.. traces.Where(trace => trace.Always || (stampedSince is not null && trace.MayMove is not null))];
        var asked = new SageQuery(table) { UpdatedSince = query.Since, PageSize = Math.Min(query.Size, Largest) };
        if (cursor.Stage == 0)
        {
            var own = await sage.QueryPageAsync(asked with { UpdatedSince = query.Since ?? stampedSince }, cursor.After, cancellation);
            return new SageRowPage(own.Rows, cursor.Next(own.Next, 1 + followed.Length));
        }
        // Settings may have changed since the look began: what is followed no more has nothing left to show.
        if (cursor.Stage > followed.Length) return new SageRowPage([], null);
        var trace = followed[cursor.Stage - 1];
        await RequireAsync(trace.Object, cancellation);
        var moved = await sage.QueryPageAsync(
            asked with { Object = trace.Object, Columns = trace.Columns }, cursor.After, cancellation);
        var rows = query.Since is null && trace.MayMove is { } mayMove ? [.. moved.Rows.Where(mayMove)] : moved.Rows;
        return new SageRowPage(await MovedAsync(trace, rows, cancellation), cursor.Next(moved.Next, 1 + followed.Length));
    }

    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        await RequireAsync(table, cancellation);
        var count = 0L;
        var query = new SageQuery(table) { Columns = keys, PageSize = Largest };
        await foreach (var page in sage.QueryPagesAsync(query, null, cancellation)) count += page.Rows.Count;
        return count;
    }

    private async Task<IReadOnlyList<JsonElement>> MovedAsync(
        SageTrace trace, IReadOnlyList<JsonElement> moved, CancellationToken cancellation)
    {
        if (trace.Wanted is { } asked) moved = await asked(moved, cancellation);
        var wanted = moved.Select(trace.KeyOf).OfType<Dictionary<string, string>>()
            .DistinctBy(key => string.Join('\n', key.Values)).ToList();
        var rows = await sage.ReadManyAsync(table, wanted, cancellation).ToListAsync(cancellation);
        var gone = wanted.Where((_, at) => rows[at] is null).ToList();
        if (trace.Instead is { } instead && gone.Count > 0)
            rows.AddRange(await sage.ReadManyAsync(instead, gone, cancellation).ToListAsync(cancellation));
        return [.. rows.OfType<JsonElement>()];
    }

    private async Task RequireAsync(string wanted, CancellationToken cancellation)
    {
        if ((await sage.AboutAsync(cancellation)).Serves(wanted)) return;
        throw new FailureException(new Failure(
            FailureClass.Permanent, SageOptions.Id, $"query {wanted}", "object-not-served", $"The agent does not serve {wanted}.",
            "Bring the agent to a version that serves it, or switch this flow off under Isthmus:Sage100ToCrm."));
    }
}
