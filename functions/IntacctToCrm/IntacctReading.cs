using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Intacct;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>Reads records page by page: all of them, or those of a stretch of time.</summary>
internal sealed class IntacctReading(IntacctClient client, IntacctOptions options, TimeProvider time)
{
    /// <summary>A query asks for no more names at once.</summary>
    public const int MostNames = 250;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(6);
    private DateTimeOffset asksForDeletions;

    public IntacctClient Client => client;

    public async Task<IntacctCursor> BeginAsync(SourceQuery query, CancellationToken cancellation)
    {
        if (IntacctCursor.Read(query.After) is { } cursor) return cursor;
        if (query.Since is not { } since) return new IntacctCursor(null, null);
        var (from, to) = (await client.ClockAsync(cancellation)).Between(since, time.GetUtcNow());
        return new IntacctCursor(from, to);
    }

    public async Task<IReadOnlyList<string>> FieldsAsync(string name, CancellationToken cancellation) => IntacctFields.Of(
        name, options.Fields.GetValueOrDefault(name, []), [.. (await client.FieldsAsync(name, cancellation)).Select(field => field.Id)]);

    /// <summary>The next records behind the cursor: those that fit, or within its stretch all.</summary>
    public async Task<IntacctPage> PageAsync(
        string name, IReadOnlyList<string> fields, IntacctCursor cursor, long after, int size, IntacctFilter? fits,
        CancellationToken cancellation)
    {
        var filter = new List<IntacctFilter> { IntacctFilter.Above("RECORDNO", after.ToString(CultureInfo.InvariantCulture)) };
        if (fits is not null) filter.Add(fits);
        else if (!cursor.Full) filter.Add(IntacctFilter.Any([Within("WHENMODIFIED", cursor), Within("WHENCREATED", cursor)]));
        return await client.QueryAsync(new IntacctQuery(name, fields)
        {
            Filter = IntacctFilter.All(filter), OrderBy = ["RECORDNO"], PageSize = Math.Clamp(size, 1, options.PageSize),
        }, cancellation);
    }

    /// <summary>All records that fit; there are not many.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllAsync(
        string name, IReadOnlyList<string> fields, IntacctFilter fits, CancellationToken cancellation)
    {
        var (rows, everything) = (new List<JsonElement>(), new IntacctCursor(null, null));
        while (true)
        {
            var last = rows.Count == 0 ? 0 : Number(rows[^1]);
            var page = await PageAsync(name, fields, everything, last, options.PageSize, fits, cancellation);
            rows.AddRange(page.Rows);
            if (page.Remaining == 0) return rows;
        }
    }

    /// <summary>The record of a number; null when there is none any more.</summary>
    public async Task<JsonElement?> FindAsync(string name, string number, CancellationToken cancellation)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        var page = await client.QueryAsync(new IntacctQuery(name, await FieldsAsync(name, cancellation))
        {
            Filter = IntacctFilter.Equal("RECORDNO", number), PageSize = 1,
        }, cancellation);
        return page.Rows.Count == 0 ? null : page.Rows[0];
    }

    public async Task<long> CountAsync(string name, CancellationToken cancellation) =>
        (await client.QueryAsync(new IntacctQuery(name, ["RECORDNO"]) { PageSize = 1 }, cancellation)).Total;

    /// <summary>The numbers of what was deleted; null while the company keeps no audit history for us to see.</summary>
    public async Task<IReadOnlyList<string>?> DeletedAsync(string name, DateTimeOffset since, CancellationToken cancellation)
    {
        if (time.GetUtcNow() < asksForDeletions) return null;
        try { return await client.DeletedAsync(name, since, cancellation); }
        catch (FailureException refused) when (refused.Failure.Class == FailureClass.Permanent)
        {
            asksForDeletions = time.GetUtcNow() + Rest;
            return null;
        }
    }

    /// <summary>What the stretch of a cursor does not hold: what lies behind it comes with the next look.</summary>
    public static IntacctFilter Before(IntacctCursor cursor) =>
        IntacctFilter.All([Before("WHENMODIFIED", cursor), Before("WHENCREATED", cursor)]);

    private static IntacctFilter Before(string stamp, IntacctCursor cursor) =>
        IntacctFilter.Any([IntacctFilter.Below(stamp, cursor.From!), IntacctFilter.IsNull(stamp)]);

    /// <summary>What nobody has edited since it was made may have no stamp of change.</summary>
    private static IntacctFilter Within(string stamp, IntacctCursor cursor) =>
        IntacctFilter.All([IntacctFilter.AtLeast(stamp, cursor.From!), IntacctFilter.Below(stamp, cursor.To!)]);

    public static long Number(JsonElement row) => long.Parse(row.Key(), CultureInfo.InvariantCulture);
}
