using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage300;

/// <summary>
/// The Web API of one Sage 300 company. Whatever goes wrong throws <see cref="FailureException"/>. Source: Sage300SDK_DeveloperReference
/// and Sage300_WebAPI_EndpointReference in SageNADev/Sage300-SDK.
/// </summary>
public sealed partial class Sage300Client
{
    private readonly Sage300Transport transport;
    private readonly string company;

    internal Sage300Client(Sage300Options options, Sage300Transport transport) =>
        (this.transport, company) = (transport, options.CompanyId);

    /// <summary>The company's database ID, in upper case.</summary>
    public string Company => company;

    /// <summary>
    /// For a step that leaves traces before its first call: asks first whether it may call now. Outside of a turn it always may.
    /// </summary>
    /// <exception cref="FailureException">It has to come back: <see cref="Failure.TurnLater"/>.</exception>
    public void BeginTurn() => transport.BeginTurn();

    /// <summary>Records in the order of their key, page by page; one page is held at a time.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        Sage300Query query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? after = null;
        var left = query.Top ?? int.MaxValue;
        do
        {
            var page = await PageAsync(query.Top is null ? query : query with { Top = left }, after, cancellation);
            foreach (var row in page.Rows.Take(left)) yield return row;
            left -= Math.Min(left, page.Rows.Count);
            after = page.Next;
        }
        while (after is not null && left > 0);
    }

    /// <summary>
    /// One page: at most <see cref="Sage300Query.Top"/> records, and never more than the server gives at once (100 as it is
    /// installed).
    /// </summary>
    /// <param name="query">What is asked for; the same for every page.</param>
    /// <param name="after"><see cref="Sage300Page.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<Sage300Page> PageAsync(Sage300Query query, string? after, CancellationToken cancellation = default)
    {
        var skipped = after is null ? 0 : long.Parse(after, NumberStyles.None, CultureInfo.InvariantCulture);
        var operation = $"list {query.Resource}";
        var answer = (await transport.GetAsync(operation, Sage300Paths.Page(company, query, skipped), cancellation)).Json!.Value;
        var rows = Sage300Answers.Rows(answer);
        // Where as many came as were asked for, the server sees no reason for a link.
        var next = Sage300Answers.Skip(answer, skipped, rows.Count)
            ?? (rows.Count > 0 && rows.Count >= query.Top ? (long?)(skipped + rows.Count) : null);
        if (next <= skipped) throw new FailureException(TransportErrors.PageRepeats(Sage300Options.Id, operation));
        return new Sage300Page(rows, next?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>How many records fit, by one call that brings at most one of them; null where the server does not say.</summary>
    public async Task<long?> CountAsync(Sage300Query query, CancellationToken cancellation = default)
    {
        var path = Sage300Paths.Page(company, query with { Top = 1 }, 0, count: true);
        return Sage300Answers.Count((await transport.GetAsync($"count {query.Resource}", path, cancellation)).Json!.Value);
    }

    /// <summary>One record with its details; null when there is none.</summary>
    /// <param name="module">The module.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="key">Its key, as <see cref="Sage300Key"/> writes it.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<JsonElement?> GetAsync(string module, string resource, string key, CancellationToken cancellation = default)
    {
        var answer = await transport.GetAsync($"read {resource}", Sage300Paths.Record(company, module, resource, key), cancellation);
        return answer.Success ? answer.Json : null;
    }
}
