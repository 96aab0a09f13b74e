using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Intacct.Reading;
using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Connectors.Intacct.Sessions;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct;

/// <summary>
/// Reads one Sage Intacct company through its XML gateway, version 3.0; it cannot write. Trouble throws <see cref="FailureException"/>.
/// Source: developer.intacct.com, web-services and queries.
/// </summary>
public sealed class IntacctClient
{
    private const int KeysACall = 100;
    private const int LargestListPage = 1_000;

    private readonly IntacctOptions options;
    private readonly IntacctTransport transport;
    private readonly TimeProvider time;
    private readonly KeptForAnHour<IntacctClock> clocks;
    private readonly KeptForAnHour<IReadOnlyList<IntacctField>> catalogues;

    internal IntacctClient(IntacctOptions options, IntacctTransport transport, TimeProvider time)
    {
        (this.options, this.transport, this.time) = (options, transport, time);
        (clocks, catalogues) = (new(time), new(time));
    }

    /// <summary>One page of records.</summary>
    public async Task<IntacctPage> QueryAsync(IntacctQuery query, CancellationToken cancellation = default)
    {
        var function = ReadFunction.Query(query);
        return Rows.Page(await transport.SendAsync(function, cancellation), function.Operation);
    }

    /// <summary>
    /// Records of one object as they all were at one moment (<c>readByQuery</c>, <c>readMore</c>): for short lists whose members
    /// belong together. The session must live until the last page.
    /// </summary>
    /// <param name="objectName">The object.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="where">A condition in Intacct's own words, <c>STATUS = 'active'</c>; empty for all.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string objectName, IReadOnlyList<string> fields, string where = "",
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var function = ReadFunction.ReadByQuery(objectName, fields, where, Math.Min(options.PageSize, LargestListPage));
        while (true)
        {
            var result = await transport.SendAsync(function, cancellation);
            var page = Rows.Page(result, function.Operation);
            foreach (var row in page.Rows) yield return row;
            if (page.Remaining == 0) yield break;
            function = ReadFunction.ReadMore(objectName, result.Data?.Attribute("resultId")
                ?? throw new FailureException(IntacctRefusals.Malformed(function.Operation, 200).Failure));
        }
    }

    /// <summary>
    /// Records by their record numbers, with what belongs to them; those that are not there are left out. No fields for all.
    /// </summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(
        string objectName, IReadOnlyList<string> keys, IReadOnlyList<string> fields, CancellationToken cancellation = default)
    {
        var rows = new List<JsonElement>(keys.Count);
        foreach (var some in keys.Chunk(KeysACall))
            rows.AddRange(Rows.Of(await transport.SendAsync(ReadFunction.Read(objectName, some, fields), cancellation)));
        return rows;
    }

    /// <summary>An object's fields at this company, custom ones among them. Remembered for an hour.</summary>
    public Task<IReadOnlyList<IntacctField>> FieldsAsync(string objectName, CancellationToken cancellation = default) =>
        catalogues.GetAsync(objectName, async () =>
            Catalogue.Read(await transport.SendAsync(ReadFunction.Lookup(objectName), CancellationToken.None)), cancellation);

    /// <summary>The clock of the user. Remembered for an hour.</summary>
    public Task<IntacctClock> ClockAsync(CancellationToken cancellation = default) => clocks.GetAsync(options.User, async () =>
        UserClocks.Create(
            await transport.SendAsync(ReadFunction.UserFormatting(options.User), CancellationToken.None), options.TimeZone,
            time.GetUtcNow()),
        cancellation);

    /// <summary>The dimensions that the company has switched on, by their object names.</summary>
    public async Task<IReadOnlyList<string>> DimensionsAsync(CancellationToken cancellation = default) =>
        Catalogue.Dimensions(await transport.SendAsync(ReadFunction.Dimensions(), cancellation));

    /// <summary>
    /// The record numbers of what was deleted since a moment, by the company's audit history; it needs a right of its own and the
    /// audit trail switched on.
    /// </summary>
    public async Task<IReadOnlyList<string>> DeletedAsync(string objectName, DateTimeOffset since, CancellationToken cancellation = default)
    {
        var clock = await ClockAsync(cancellation);
        var (from, to) = clock.Between(since, time.GetUtcNow());
        var keys = new List<string>();
        var last = "0";
        while (true)
        {
            var page = await QueryAsync(new IntacctQuery("AUDITHISTORY", ["ID", "OBJECTKEY", "ACCESSTIME"])
            {
                Filter = IntacctFilter.All(
                [
                    IntacctFilter.Equal("OBJECTTYPE", objectName.ToLowerInvariant()), IntacctFilter.Equal("ACCESSMODE", "D"),
                    IntacctFilter.AtLeast("ACCESSTIME", from), IntacctFilter.Below("ACCESSTIME", to), IntacctFilter.Above("ID", last),
                ]),
                OrderBy = ["ID"],
                PageSize = options.PageSize,
            }, cancellation);
            keys.AddRange(page.Rows.Select(row => row.Id("OBJECTKEY", IntacctOptions.Id, "query AUDITHISTORY")));
            if (page.Remaining == 0) return keys;
            last = page.Rows[^1].Id("ID", IntacctOptions.Id, "query AUDITHISTORY");
        }
    }

    internal Task PingAsync(CancellationToken cancellation) => transport.SendAsync(ReadFunction.UserFormatting(options.User), cancellation);
}
