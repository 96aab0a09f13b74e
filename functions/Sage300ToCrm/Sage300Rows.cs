using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Reads records of Sage 300 by pages. What changed is known by a day only, which moves with an edit: the day is read again until it
/// lies behind the overlap, and whoever reads drops what did not change.
/// </summary>
internal sealed class Sage300Rows(Sage300Client? client, Sage300Options? connection, Sage300ToCrmOptions options)
{
    /// <summary>True where the connection is set up.</summary>
    public bool SetUp => client is not null;

    /// <summary>The company as Sage 300 writes it; null where the connection is not set up.</summary>
    public string? Company => client?.Company;

    public Sage300ToCrmOptions Options => options;

    public Sage300Client Client => client ?? throw new InvalidOperationException("The connection to Sage 300 is not set up.");

    public Task<long?> CountAsync(Sage300Query all, CancellationToken cancellation) => Client.CountAsync(all, cancellation);

    /// <summary>One page of what the query asks for.</summary>
    /// <param name="all">All records, as they are read.</param>
    /// <param name="stamp">The property that holds the day of the last change; null where there is none, and all are read.</param>
    /// <param name="asked">Which of them.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<Sage300Page> PageAsync(Sage300Query all, string? stamp, SourceQuery asked, CancellationToken cancellation)
    {
        var since = stamp is null ? null : SinceOf(stamp, asked.Since);
        return Client.PageAsync(Chosen(all) with { Filter = Joined(all.Filter, since), Top = asked.Size }, asked.After, cancellation);
    }

    /// <summary>One record; null when there is none.</summary>
    public Task<JsonElement?> FindAsync(Sage300Query all, string key, CancellationToken cancellation) =>
        Client.GetAsync(all.Module, all.Resource, key, cancellation);

    /// <summary>Whether records dated from that day on; null for null.</summary>
    public string? SinceOf(string stamp, DateTimeOffset? moment) =>
        moment is { } at ? Since(stamp, DateOnly.FromDateTime(at.UtcDateTime)) : null;

    public string Since(string stamp, DateOnly day) => Sage300Filter.Since(stamp, day, connection!.Dialect);

    private Sage300Query Chosen(Sage300Query all) => options.SelectProperties ? all : all with { Select = [] };

    private static string? Joined(string? one, string? other) =>
        one is null ? other : other is null ? one : Sage300Filter.And(one, other);
}
